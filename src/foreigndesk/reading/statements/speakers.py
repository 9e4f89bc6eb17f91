"""The words that stand for a speaker -> who is meant: names, pronouns, descriptions, unnamed officials."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.model import Mention, Name, Reason, Report, Span
from foreigndesk.reading.statements.cast import Kind, Member, Named
from foreigndesk.reading.statements.discourse import Discourse, Meaning
from foreigndesk.reading.statements.layout import NONE, Layout, head_of

WRITER = frozenset({"i", "we", "us", "me", "my", "our", "mine", "ours", "myself", "ourselves"})
BYLINE = re.compile(r"^(?:by|byline:)\s+(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})", re.IGNORECASE | re.MULTILINE)
LABEL = re.compile(r"(?P<name>[A-Z][\w.’' -]{1,40}):\s")


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
        self.discourse = Discourse(self.layout, self.named)

    def resolve(self, span: Span | None) -> Resolved:
        """Who is meant by the words at a span; nobody by none."""
        if span is None:
            return Resolved(Mention(), None, None)
        tokens = self.layout.at(span)
        head = head_of(tokens)
        if head is None:
            return Resolved(self.mention(span, tokens, None, "no words"), None, None)
        meaning = self.first_person(head) if head.lower_ in WRITER else self.discourse.meaning(head)
        reason = Reason(meaning.rule, meaning.why)
        return Resolved(self.mention(span, tokens, meaning.member, meaning.doubt), meaning.member, reason)

    understand = resolve

    def mention(self, span: Span, tokens: Sequence[Token], member: Member | None, doubt: str | None) -> Mention:
        """The words and their meaning as a value."""
        printed = self.report.text[span.start : span.end]
        return Mention(
            printed=printed,
            actor=member.actor if member else None,
            name=member.name if member else (None if is_pronoun(tokens) else printed),
            country=member.country if member else None,
            post=member.post if member else None,
            start=span.start,
            end=span.end,
            doubt=doubt,
        )

    def first_person(self, token: Token) -> Meaning:
        """'I' and 'we' are whose words they stand in: a quotation's speaker, the name before a colon, the writer."""
        quotation = self.layout.quotation[token.i]
        member = self.labelled(token) or (self.quoted(quotation, token) if quotation != NONE else None)
        if member is not None:
            return Meaning(member, "first person", f"“{token.text}” in the words of {member.name} is that speaker.")
        if quotation != NONE:
            return Meaning(None, "first person", "Nobody is found to whom the quotation belongs.", "not resolved")
        name = self.report.byline or (
            found.group("name") if (found := BYLINE.search(self.report.text, 0, 600)) else None
        )
        writer = Member(name, Kind.PERSON) if name else None
        return Meaning(writer, "writer", f"“{token.text}” outside quotation marks is the report's writer.")

    def labelled(self, token: Token) -> Member | None:
        """The one named before a colon at the start of the paragraph, as in a transcript."""
        start = self.report.text.rfind("\n", 0, token.idx) + 1
        label = LABEL.match(self.report.text, start)
        if label is None or label.end() > token.idx:
            return None
        tokens = self.layout.at(Span(start, label.end("name")))
        return next((self.named.at[t.i] for t in tokens if t.i in self.named.at), None)

    def quoted(self, quotation: int, token: Token) -> Member | None:
        """The one who speaks a quotation: told of beside it in its paragraph, else who spoke last before it."""
        parts = self.layout.quotations[quotation].parts
        first, _ = self.layout.between(parts[0])
        _, end = self.layout.between(parts[-1])
        paragraph = self.layout.paragraph[token.i]
        near = [
            (min(abs(at - first), abs(at - end)), member)
            for at, member in self.discourse.salience.spoke
            if self.layout.paragraph[at] == paragraph
        ]
        return min(near, key=lambda pair: pair[0])[1] if near else self.discourse.salience.speaker_before(first)


def is_pronoun(tokens: Sequence[Token]) -> bool:
    """Whether a phrase is a single pronoun."""
    return len(tokens) == 1 and tokens[0].pos_ == "PRON"
