"""Whom a description means: "the former spy chief", "the first official", "both men", or somebody new."""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.reading.statements.layout import Layout
from foreigndesk.reading.statements.phrases import complement, is_mouthpiece
from foreigndesk.reading.statements.speakers.cast import Named
from foreigndesk.reading.statements.speakers.descriptions import Description, fit
from foreigndesk.reading.statements.speakers.meaning import Meaning, Roster
from foreigndesk.reading.statements.speakers.member import Kind, Member, person
from foreigndesk.reading.statements.speakers.parts import together
from foreigndesk.reading.statements.speakers.pronouns import REACH, SEVERAL_FIT, Pronouns
from foreigndesk.reading.statements.speakers.salience import CLOSE_CALL, Salience
from foreigndesk.reading.statements.speakers.saying import speaks
from foreigndesk.reading.statements.speakers.strangers import Strangers

LAST_FITTING = "taken to be the last in this report whom it fits"
OTHER_WORDS = "this report describes nobody in just these words before"
# Of these there is one, known without having been told of.
UNIQUE = frozenset("president premier chancellor king queen pope monarch emir sultan sheriff driver suspect".split())
OFFICIAL = frozenset({"official", "diplomat", "officer"})
# Who is told of by whose he is: mostly somebody else than whom the report speaks of.
RELATED = frozenset(
    "wife husband spouse son daughter child brother sister mother father parent uncle aunt cousin friend lawyer "
    "attorney counsel doctor ally aide supporter critic rival opponent colleague predecessor successor neighbour "
    "neighbor boss partner campaign fiance fiancee girlfriend boyfriend counterpart".split()
)
MUCH_CLOSER = 2.0  # sentences
FARTHEST = 10  # sentences; what lies farther back is all alike far


class Referents:
    """Resolves the descriptions of one report; whom none of those told of before fits is somebody new."""

    def __init__(
        self,
        layout: Layout,
        cast: Named,
        roster: Roster,
        salience: Salience,
        pronouns: Pronouns,
        strangers: Strangers,
    ) -> None:
        """Share what the reading of the report fills."""
        self.layout, self.named, self.roster, self.salience = layout, cast, roster, salience
        self.pronouns, self.strangers = pronouns, strangers

    def meaning(self, said: Description) -> Meaning:
        """Whom a description means: one so described before, one spoken of, or somebody new."""
        if said.definite and said.ordinal is not None and (counted := self.counted(said)):
            counted.country = counted.country or said.country
            why = f"“{said.text}” means {counted.name}, introduced in that place of this report."
            return Meaning(counted, "description", why)
        if said.plural and said.count == 2 and (pair := self.pair(said)):
            return Meaning(pair, "description", f"“{said.text}” means {pair.name}, named together before it.")
        if said.definite and not said.another:
            fitting = self.fitting(said)
            if fitting and not ((found := self.epithet(said)) and self.closer(found.member, fitting[0][0], said.head)):
                best, first = fitting[0]
                if not best.named:
                    best.country = best.country or said.country
                close = len(fitting) > 1 and first - fitting[1][1] < CLOSE_CALL
                new_words = not said.words <= best.words | {best.country}
                why = f"“{said.text}” means {best.name}, described so in this report."
                doubt = SEVERAL_FIT if close else OTHER_WORDS if new_words else None
                return Meaning(best, "description", why, doubt)
            if found := self.epithet(said):
                return found
        stranger = self.strangers.stranger(said)
        why = f"The speaker is described, not named: “{said.text}”."
        return Meaning(stranger, "description", why, stranger.doubt)

    # -- somebody told of before ---------------------------------------------------------------------------------------

    def counted(self, said: Description) -> Member | None:
        """The first, second, third of those of a kind whom the report does not name, as it introduces them."""
        if told_who(said) or said.kind is not Kind.PERSON or said.plural or said.ordinal is None:
            return None
        introduced = [
            member
            for member in self.roster.by_word.get(said.noun, ())
            if not member.named
            and person(member)
            and (not said.country or member.country in {said.country, None})
            and member.intro is not None
            and member.intro.start < said.head.idx
        ]
        return introduced[said.ordinal] if said.ordinal < len(introduced) else None

    def pair(self, said: Description) -> Member | None:
        """The two persons last named together, if "both men" or "the two leaders" can mean them."""
        if said.kind is not Kind.PERSON or not said.definite or told_who(said):
            return None
        near = self.layout.sentence[said.head.i] - REACH
        pairs = [
            member
            for member in self.roster.by_name.values()
            if len(member.parts) == 2
            and all(map(person, member.parts))
            and self.pronouns.seen_since(member, near, said.head)
        ]
        if pairs:
            return max(pairs, key=lambda member: member.mentions[-1].token)
        here = self.layout.sentence[said.head.i]
        two = [one for one in self.roster.people if one.named and self.pronouns.seen_since(one, here, said.head)]
        return together(two) if len(two) == 2 else None

    def fitting(self, said: Description) -> list[tuple[Member, float]]:
        """The members that a definite description fits, best first, with how well."""
        place = said.head.i
        owner = self.named.key(said.owner) if said.owner is not None and said.owner.pos_ != "PRON" else None
        found = []
        for member in dict.fromkeys(self.roster.by_word.get(said.noun, ())):
            score = fit(said, member, owner)
            if score is None:
                continue
            seen = self.salience.last_seen(member, place)
            if seen is None:
                score -= 2.5
            else:
                last, _ = seen
                apart = self.layout.sentence[place] - self.layout.sentence[last.token]
                score -= 0.2 * min(apart, FARTHEST)
                score += 0.5 * last.subject + 0.8 * (self.salience.speaker_before(place) is member)
            if score > -2.0:
                found.append((member, score))
        return sorted(found, key=lambda pair: -pair[1])

    def epithet(self, said: Description) -> Meaning | None:
        """A word for a person that the report has not called anybody means the person it speaks of."""
        if not can_be_epithet(said):
            return None
        near = self.layout.sentence[said.head.i] - REACH
        found = self.pronouns.nearest(
            said.head,
            self.roster.people,
            lambda member: self.may_be_called(said, member) and self.pronouns.seen_since(member, near, said.head),
        )
        if found.member is None:
            return None
        why = f"“{said.text}” is nobody named so before: taken for {found.member.name}, of whom the report speaks."
        return Meaning(found.member, "epithet", why, LAST_FITTING)

    def may_be_called(self, said: Description, member: Member) -> bool:
        """Whether a named person may go by a new word: not by the office of a body or party told of nobody's."""
        gender = said.known.gender if said.known else None
        if not member.named or member.gender not in {gender or member.gender, None} or said.rivals & member.words:
            return False
        if said.country and member.country not in {said.country, None}:
            return False
        if said.owner is not None and not self.only_named(member, said):
            return False
        others = (said.words & self.named.bodies) - member.words
        office = said.known is not None and bool(said.known.also & OFFICIAL)
        return not others and not (office and member.called)

    def only_named(self, member: Member, said: Description) -> bool:
        """Whether somebody has so far only been named, as the subject of a sentence: "Lund resigned"."""
        seen = self.salience.last_seen(member, said.head.i)
        owner = said.owner is not None and self.named.at.get(said.owner.i) is member
        return not member.called and not owner and seen is not None and seen[0].subject == 1.0

    def closer(self, one: Member | None, other: Member, token: Token) -> bool:
        """Whether a named member is much nearer to mind than one that was itself only called "the envoy"."""
        if one is None or other.named or other.count is not None:
            return False
        scores = [self.salience.of(member, token, speaking=speaks(token)) for member in (one, other)]
        return scores[0] is not None and (scores[1] is None or scores[0] > scores[1] + MUCH_CLOSER)


def told_who(said: Description) -> bool:
    """Whether a description goes on to tell who is meant: "the official who met him"."""
    doc = said.head.doc
    return any(
        child.dep_ in {"acl", "appos"}
        or (child.dep_ == "prep" and not (child.lower_ == "of" and len(complement(child)) == 1))  # "secretary of state"
        or (child.dep_ == "relcl" and doc[child.left_edge.i - 1].text != ",")
        for child in said.head.rights
    )


def can_be_epithet(said: Description) -> bool:
    """Whether a description can be a mere other word for whom the report speaks of: "the retired neurosurgeon"."""
    if said.owner is not None and (said.owner.pos_ != "PROPN" or said.noun in RELATED or not speaks(said.head)):
        return False
    one_person = said.kind is Kind.PERSON and not said.plural
    return one_person and not told_who(said) and not is_mouthpiece(said.head) and said.noun not in UNIQUE
