"""The words that stand for a speaker -> who is meant: names, pronouns, descriptions, unnamed officials."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.model import Mention, Name, Reason, Report, Span, paragraphs
from foreigndesk.reading.statements.grammar import SUBJECTS
from foreigndesk.reading.statements.layout import NONE, Layout, head_of
from foreigndesk.reading.statements.speakers.cast import Named
from foreigndesk.reading.statements.speakers.descriptions import noun_of
from foreigndesk.reading.statements.speakers.discourse import Discourse
from foreigndesk.reading.statements.speakers.homes import Homes
from foreigndesk.reading.statements.speakers.meaning import Meaning
from foreigndesk.reading.statements.speakers.member import Kind, Member
from foreigndesk.reading.statements.speakers.parts import joined
from foreigndesk.reading.statements.speakers.transcript import Transcript

WRITER = frozenset({"i", "we", "us", "me", "my", "our", "mine", "ours", "myself", "ourselves"})
BYLINE = re.compile(r"^(?:by|byline:)\s+(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})", re.IGNORECASE | re.MULTILINE)

# "Ada Lund is a fellow at ...", "Ada Lund, a fellow at ..." under an opinion piece.
ABOUT_WRITER = re.compile(r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})(?: is (?:an?|the|\w+-in-)|, (?:an?|the) )")


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is meant by some words, and why."""

    mention: Mention
    member: Member | None
    reason: Reason | None
    is_outer: bool = False  # the speaker of the statement that this one is told in


class Speakers:
    """Resolves the speakers of one report: what stands before some words decides what they mean."""

    def __init__(self, doc: Doc, report: Report, names: Sequence[Name], actors: Actors) -> None:
        """Read the report's cast, and whom each word means."""
        self.report = report
        self.layout = Layout(doc, report.text)
        self.named = Named(report.text, self.layout, names, actors, report.published_day)
        self.homes = Homes(self.layout, self.named)
        self.transcript = Transcript(report.text, self.named)
        self.discourse = Discourse(self.layout, self.named)

    def resolve(self, span: Span | None) -> Resolved:
        """Who is meant by the words at a span; nobody by none."""
        if span is None:
            return Resolved(Mention(), None, None)
        tokens = self.layout.at(span)
        head = speaking_head(tokens)
        if head is None:
            return Resolved(self.mention(span, tokens, None, "no words"), None, None)
        meaning = self.meaning(head, span)
        member = meaning.member
        if member is not None and member.revealed is not None:
            member = member.revealed
            meaning = Meaning(member, "named later", f"“{head.text}” is named later in this report: {member.name}.")
        mention = self.mention(span, tokens, member, meaning.doubt)
        home = (member.home_told_by or "") if member is not None else ""
        return Resolved(mention, member, Reason(meaning.rule, meaning.why + home))

    def meaning(self, head: Token, span: Span) -> Meaning:
        """Whom the head of a phrase means, with those joined to it."""
        if head.lower_ in WRITER:
            return self.first_person(head)
        if (member := self.transcript.label_at(span)) is not None:
            return Meaning(member, "label", f"“{head.text}” before a colon is {member.name}.")
        words = [word for word in joined(head) if word.idx < span.end]
        return self.discourse.meaning_of_all(words) if len(words) > 1 else self.discourse.meaning(head)

    understand = resolve

    def mention(self, span: Span, tokens: Sequence[Token], member: Member | None, doubt: str | None) -> Mention:
        """The words and their meaning as a value."""
        printed = self.report.text[span.start : span.end]
        return Mention(
            printed=printed,
            actor=member.actor if member else None,
            name=member.name if member else (None if is_pronoun(tokens) else printed),
            country=self.country(member, tokens),
            post=member.post if member else None,
            start=span.start,
            end=span.end,
            doubt=doubt,
        )

    def country(self, member: Member | None, tokens: Sequence[Token]) -> str | None:
        """Whose a speaker is, as the report says of him, or where it tells of one state."""
        if member is None or not tokens:
            return None
        if member.country is None and (home := self.homes.home(member, tokens[0].i)) is not None:
            state = self.named.actors.state(home)
            member.country = home
            member.home_told_by = f" Taken to belong to {state.name if state else home}, the state told of there."
        return member.country

    def first_person(self, token: Token) -> Meaning:
        """'I' and 'we' are whose words they stand in: a quotation's speaker, the name before a colon, the writer."""
        quotation = self.layout.quotation[token.i]
        member = self.transcript.speaker_at(token.idx) or (self.quoted(quotation, token) if quotation != NONE else None)
        if member is not None:
            return Meaning(member, "first person", f"“{token.text}” in the words of {member.name} is that speaker.")
        if quotation != NONE:
            return Meaning(None, "first person", "Nobody is found to whom the quotation belongs.", "not resolved")
        name = self.report.byline or writer_of(self.report.text)
        writer = Member(name, Kind.PERSON) if name else None
        return Meaning(writer, "writer", f"“{token.text}” outside quotation marks is the report's writer.")

    def quoted(self, quotation: int, token: Token) -> Member | None:
        """The one who speaks a quotation: told of beside it in its paragraph, else who spoke last before it."""
        parts = self.layout.quotations[quotation].parts
        first, _ = self.layout.between(parts[0])
        _, end = self.layout.between(parts[-1])
        paragraph = self.layout.paragraph[token.i]
        spoke, paragraphs = self.discourse.salience.spoke, self.layout.paragraph
        start = bisect_left(spoke, paragraph, key=lambda pair: paragraphs[pair[0]])
        stop = bisect_right(spoke, paragraph, key=lambda pair: paragraphs[pair[0]])
        near = [(min(abs(at - first), abs(at - end)), member) for at, member in spoke[start:stop]]
        return min(near, key=lambda pair: pair[0])[1] if near else self.discourse.salience.speaker_before(first)


def writer_of(text: str) -> str | None:
    """The writer a report names: in a line "By ...", or in a last line about somebody it does not name before."""
    if found := BYLINE.search(text, 0, 600):
        return found.group("name")
    lines = paragraphs(text)
    if len(lines) > 1 and (found := ABOUT_WRITER.match(text, lines[-1].start)):
        name = found.group("name")
        if text.find(name) == lines[-1].start:
            return name
    return None


def is_pronoun(tokens: Sequence[Token]) -> bool:
    """Whether a phrase is a single pronoun."""
    return len(tokens) == 1 and tokens[0].pos_ == "PRON"


def speaking_head(tokens: Sequence[Token]) -> Token | None:
    """The word of a phrase that says who speaks, also where the parser cuts the phrase in two.

    "The opposition Dawn Bloc" is two subjects to it; in "two people conversant in the matter" it may see a verb.
    """
    head = head_of(tokens)
    if head is None or not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    free = [token for token in tokens if not first <= token.head.i <= last and token.dep_ in SUBJECTS]
    if free and free[-1].pos_ == "PROPN" and free[-1].head == free[0].head and free[-1] is not head:
        return free[-1]
    if head.pos_ in {"VERB", "AUX", "ADV", "PART", "ADP"} and noun_of(head) is None:
        inside = (token for token in tokens if token.dep_ in SUBJECTS and token.pos_ in {"NOUN", "PROPN", "PRON"})
        return next(inside, head)
    return head
