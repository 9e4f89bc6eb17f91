"""Sport tells its news in the words of war and diplomacy: teams meet, storm, beat, defend."""

from __future__ import annotations

import re

from foreigndesk.reading.events.deeds import Deed

SPORT = re.compile(
    r"\b(?:goalkeeper|striker|midfield(?:er)?|wicket|innings|semi-?final|quarter-?final|play-?off|penalty shoot-?out|"
    r"half-?time|World Cup|Grand Prix|Grand Slam|tournament|championship|gold medal|silver medal|bronze medal|"
    r"hat-?trick|goalless|"
    r"(?:football|rugby|cricket|hockey|handball|basketball|volleyball|tennis|chess)(?:er| team| side| match)?|"
    r"match point|set point|referee|scorer)s?\b|\bthe (?:cup )?final(?= (?:in|at|on|against|of)\b|[.,;])",
    re.IGNORECASE,
)
# What governments and people do to sport is news of theirs all the same.
ABOUT_SPORT = frozenset({"PROTEST", "SANCTION", "COERCE", "ACCUSE"})


def is_sport(deed: Deed) -> bool:
    """Whether a deed is one on the field: its sentence speaks the language of sport, and it is not about sport."""
    return deed.trigger.type not in ABOUT_SPORT and SPORT.search(deed.token.sent.text) is not None
