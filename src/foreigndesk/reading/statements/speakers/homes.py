"""Whose a speaker is where the report does not say it of him: "the navy" is that of the state told of."""

from __future__ import annotations

import bisect

from foreigndesk.lexicon.nouns import Manner, load_nouns
from foreigndesk.reading.statements.layout import NONE, Layout
from foreigndesk.reading.statements.speakers.cast import Named
from foreigndesk.reading.statements.speakers.member import Kind, Member

# Who serves a state or belongs to its politics: a report that tells of one state does not say each time whose they are.
SERVES = frozenset(
    "administration admiral air army authority cabinet chancellor coast colonel commander commission commissioner "
    "commodore congress congressman congresswoman court defence defense department election electoral force general "
    "government governor guard house interior intelligence judge junta king lawmaker legislator lieutenant mayor "
    "military minister ministry mp navy opposition parliament party police policeman premier presidency president "
    "prosecutor regulator secretary security senate senator soldier troop".split()
)
# Who is said to come from several states, or from none.
SEVERAL_STATES = frozenset(
    "african allied arab asian baltic eu european foreign global gulf international nato nordic regional un western "
    "world".split()
)
INSIDERS = frozenset(noun.noun for noun in load_nouns().values() if noun.manner is Manner.INSIDER)


class Homes:
    """The state that each part of a report tells of."""

    def __init__(self, layout: Layout, cast: Named) -> None:
        """Count how often each state, its bodies and its people are named."""
        self.layout = layout
        self.countries = cast.countries
        self.places = sorted(i for i in cast.countries if layout.quotation[i] == NONE)
        self.named_most = next((state for state, _ in cast.states.most_common(1)), None)
        self.is_main = 2 * cast.states[self.named_most or ""] > sum(cast.states.values())

    def home(self, member: Member, place: int) -> str | None:
        """The country of a member at a token, where it serves a state that is told of; None if nothing tells.

        It is the state that most names of the report go to; if none has half of them, the one named last in the
        paragraph, and only then the one it opens with. Unnamed officials are only taken to belong to the first.
        """
        if member.kind not in {Kind.PERSON, Kind.BODY, Kind.PEOPLE} or not serves(member):
            return None
        if self.is_main or member.noun in INSIDERS:
            return self.named_most if self.is_main else None
        last = bisect.bisect_left(self.places, place) - 1
        if last >= 0 and self.layout.paragraph[self.places[last]] == self.layout.paragraph[place]:
            return self.countries[self.places[last]]
        return self.countries[self.places[0]] if self.places else None


def serves(member: Member) -> bool:
    """Whether a member is told of as serving a state, or as one of its politics."""
    return bool(member.roles & SERVES) and not member.roles & SEVERAL_STATES
