"""Events as other tools take them in: PLOVER's own JSON Lines, and CSV with the columns of POLECAT and GDELT."""

from foreigndesk.showing.exports.coded import Coded
from foreigndesk.showing.exports.gdelt import show_gdelt
from foreigndesk.showing.exports.plover import plover_schema, show_plover
from foreigndesk.showing.exports.polecat import show_polecat

__all__ = ["Coded", "plover_schema", "show_gdelt", "show_plover", "show_polecat"]
