"""Whether two contents that are the same agree or oppose each other: by the sign of what each tells.

`stretches` reads what is told with the signs that its words give it, `traits` lays two contents side by side, `judge`
decides.
"""

from foreigndesk.weighing.polarity.judge import Polarity, is_clear, left_open, polarity, sided
from foreigndesk.weighing.polarity.signs import Sign
from foreigndesk.weighing.polarity.stretches import TAKERS
from foreigndesk.weighing.polarity.traits import AGAINST, Told

__all__ = ["AGAINST", "TAKERS", "Polarity", "Sign", "Told", "is_clear", "left_open", "polarity", "sided"]
