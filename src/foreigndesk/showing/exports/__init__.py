"""The record as other tools take it in: events, networks, citations, entities, tables."""

from foreigndesk.showing.exports.citations import show_bibtex, show_csl
from foreigndesk.showing.exports.coded import Coded
from foreigndesk.showing.exports.ftm import show_ftm
from foreigndesk.showing.exports.gdelt import show_gdelt
from foreigndesk.showing.exports.network import show_gexf, show_graphml
from foreigndesk.showing.exports.plover import plover_schema, show_plover
from foreigndesk.showing.exports.polecat import show_polecat

__all__ = [
    "Coded",
    "plover_schema",
    "show_bibtex",
    "show_csl",
    "show_ftm",
    "show_gdelt",
    "show_gexf",
    "show_graphml",
    "show_plover",
    "show_polecat",
]
