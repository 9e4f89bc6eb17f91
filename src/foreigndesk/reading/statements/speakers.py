"""The words that stand for a speaker -> who is meant: names, pronouns, descriptions, unnamed officials."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.given_names import gender_of
from foreigndesk.model import Mention, Name, Reason, Report, Span
from foreigndesk.reading.statements.cast import Member, display_name, read_cast
from foreigndesk.reading.statements.grammar import tokens_in
from foreigndesk.reading.statements.quotations import find_quotations

HE, SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
THEIRS = frozenset({"their", "theirs", "them"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
WRITER = frozenset({"i", "we", "us", "me", "my", "our"})
PRONOUNS = HE | SHE | THEIRS | WRITER | {"they"}
QUANTIFIERS = frozenset({"many", "some", "others", "few", "most", "several", "both", "all", "those"})
MODIFIES = frozenset({"amod", "compound", "poss", "nmod", "appos"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
PEOPLE = frozenset(
    "official officer diplomat aide adviser advisor analyst expert spokesman spokeswoman spokesperson minister "
    "president secretary ambassador general admiral commander lawmaker senator leader chief director professor "
    "historian scholar researcher fellow lawyer prosecutor judge source person envoy negotiator premier chancellor "
    "king governor representative deputy head author observer critic author candidate nominee mayor "
    "soldier man woman".split()
)
SEVERAL_FIT = "more than one person of this report could be meant"


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is meant by some words, and why."""

    mention: Mention
    member: Member | None
    reason: Reason | None
    is_outer: bool = False  # the speaker of the statement that this one is told in


class Speakers:
    """Resolves the speakers of one report, in the order of the text: what came before decides what "he" means."""

    def __init__(self, doc: Doc, report: Report, names: Sequence[Name], actors: Actors) -> None:
        """Read the cast of the report."""
        self.doc, self.report, self.names, self.actors = doc, report, names, actors
        self.cast = read_cast(doc, names, actors, report.published_day)
        self.spoke: list[tuple[int, Member]] = []
        self.sentences = [sentence.start_char for sentence in doc.sents]
        self.quoted = [part for quotation in find_quotations(report.text) for part in quotation.parts]
        for member in self.cast.values():
            if member.kind == "person" and member.gender is None:
                member.gender = gender_of(member.name)

    def resolve(self, span: Span | None) -> Resolved:
        """Who is meant by the words at a span; afterwards they count as the last who spoke."""
        if span is None:
            return Resolved(Mention(), None, None)
        found = self.understand(span)
        if found.member is not None:
            if span.start not in found.member.places:
                found.member.places.append(span.start)
            self.spoke.append((span.start, found.member))
        return found

    def understand(self, span: Span) -> Resolved:
        """Who is meant by the words at a span, without their counting as a speaker."""
        tokens = tokens_in(self.doc, span)
        head = head_of(tokens)
        member, doubt, reason = self.who(head, tokens) if head is not None else (None, None, None)
        return Resolved(self.mention(span, tokens, member, doubt), member, reason)

    def mention(self, span: Span, tokens: list[Token], member: Member | None, doubt: str | None) -> Mention:
        """The words and their meaning as a value."""
        printed = self.report.text[span.start : span.end]
        country = member.country if member else None
        return Mention(
            printed=printed,
            actor=member.actor if member else None,
            name=member.name if member else (None if is_pronoun(tokens) else printed),
            country=country,
            post=member.post if member else None,
            start=span.start,
            end=span.end,
            doubt=doubt,
        )

    def country_said(self, head: Token) -> str | None:
        """The country a phrase gives its head: "Chinese" diplomats, a "U.S." official; not "an expert on China"."""
        sentence = head.sent
        first = bisect.bisect_left(self.names, sentence.start_char, key=lambda name: name.start)
        for name in self.names[first:]:
            if name.start >= sentence.end_char:
                break
            if name.end <= sentence.end_char:
                token = tokens_in(self.doc, Span(name.start, name.end))[-1]
                while token != head and token.dep_ in MODIFIES:
                    token = token.head
                if token == head and (country := self.country_of(name)):
                    return country
        return None

    def country_of(self, name: Name) -> str | None:
        """The country of a name's actor."""
        actor = self.actors.get(name.actor) if name.actor else None
        return (actor.country or (actor.id if actor.kind == "state" else None)) if actor else None

    def who(self, head: Token, tokens: list[Token]) -> tuple[Member | None, str | None, Reason | None]:
        """The member of the cast that a phrase with this head means; what is doubtful; by which rule."""
        if head.lower_ in QUANTIFIERS:
            return self.stranger(head, tokens), None, Reason("quantity", f"“{head.text}”: nobody in particular.")
        if head.lower_ in PRONOUNS or (head.lower_ in RELATIVE and head.head.dep_ in {"relcl", "acl", "ccomp"}):
            return self.pronoun(head)
        named = self.named(head, tokens)
        if named is not None:
            named.country = named.country or (self.country_said(head) if named.kind == "person" else None)
            return named, None, Reason("named", f"The speaker is named: {named.name}.")
        if head.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}:
            return self.described(head, tokens)
        return None, "not resolved to anybody", None

    def pronoun(self, head: Token) -> tuple[Member | None, str | None, Reason | None]:
        """Whom a pronoun means."""
        word = head.lower_
        if word in RELATIVE:
            return self.antecedent(head)
        if word in HE | SHE:
            return self.person_before(head, "m" if word in HE else "f")
        if word == "they":
            return self.several_before(head)
        if word in WRITER:
            writer = Member(self.report.byline or "the writer", None, None, "person")
            return writer, None, Reason("writer", f"“{head.text}” outside quotation marks is the report's writer.")
        return None, f"“{head.text}” was not resolved", None

    def named(self, head: Token, tokens: list[Token]) -> Member | None:
        """The member whose name holds the head, or stands in apposition to it."""
        for name in self.names:
            if name.start <= head.idx < name.end:
                return self.member_of(name)
        for child in head.children:
            if child.dep_ in {"appos", "nsubj"} and child.i <= tokens[-1].i:
                for name in self.names:
                    member = self.member_of(name) if name.start <= child.idx < name.end else None
                    if member is not None and member.kind == "person":
                        return member
        return None

    def member_of(self, name: Name) -> Member | None:
        """The member of the cast that a name names."""
        return self.cast.get(display_name(name, self.names, self.actors))

    def antecedent(self, head: Token) -> tuple[Member | None, str | None, Reason | None]:
        """'who' and 'which' mean the noun that their clause describes."""
        noun = head.head.head
        if noun.pos_ in {"NOUN", "PROPN", "PRON"} and noun != head:
            member, doubt, _ = self.who(noun, list(noun.subtree))
            return member, doubt, Reason("relative", f"“{head.text}” means “{noun.text}”, which its clause describes.")
        return None, "no noun for the relative pronoun", None

    def person_before(self, head: Token, gender: str) -> tuple[Member | None, str | None, Reason | None]:
        """'he' and 'she' mean a person of that gender mentioned before: the last speaker and subjects first."""
        ranked = sorted(
            (
                (self.nearness(member, head), member)
                for member in self.cast.values()
                if member.kind in {"person", "unnamed"}
                and not member.plural
                and member.gender in {gender, None}
                and member.last_before(head.idx, self.hidden_from(head)) is not None
            ),
            key=lambda pair: -pair[0],
        )
        if not ranked:
            return None, f"nobody before “{head.text}” fits it", None
        best = ranked[0][1]
        # Half a sentence is less than what tells a subject from an object: two so near each other could both be meant.
        close = len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.5
        best.gender = best.gender or gender
        because = f"“{head.text}” means {best.name}, the nearest fitting person before it."
        return best, SEVERAL_FIT if close else None, Reason("pronoun", because)

    def nearness(self, member: Member, head: Token) -> float:
        """How near a member is to a pronoun, in sentences; having spoken last, or been a subject, brings it nearer."""
        at = member.last_before(head.idx, self.hidden_from(head))
        assert at is not None
        sentences = bisect.bisect_right(self.sentences, head.idx) - bisect.bisect_right(self.sentences, at)
        paragraphs_apart = self.report.text.count("\n", at, head.idx) > 0
        score = -float(sentences) - 0.5 * paragraphs_apart
        score += 1.0 * (at in member.as_subject)
        score += 1.5 * bool(self.spoke and self.spoke[-1][1] is member)
        score += 0.5 * (member.gender is not None)
        return score

    def hidden_from(self, head: Token) -> list[Span]:
        """Quotations that a word outside them does not look into: whom a speaker mentions is not who speaks next."""
        return [span for span in self.quoted if not span.start <= head.idx < span.end]

    def several_before(self, head: Token) -> tuple[Member | None, str | None, Reason | None]:
        """'they' means the last group, body or several people that spoke; with little certainty."""
        for _, member in reversed(self.spoke):
            if member.plural or member.kind in {"state", "body"}:
                return (
                    member,
                    "“they” was taken to be the last group that spoke",
                    Reason("plural pronoun", f"“{head.text}” means {member.name}, the last group that spoke."),
                )
        return None, "no group spoke before “they”", None

    def described(self, head: Token, tokens: list[Token]) -> tuple[Member | None, str | None, Reason | None]:
        """'the former spy chief' means whom the report described so; 'a second official' is somebody new."""
        words = description(tokens)
        if is_definite(head) and head.tag_ not in {"NNS", "NNPS"}:
            fitting = self.fitting(head)
            if fitting:
                spoken = {id(m): at for at, m in self.spoke}
                best = max(
                    fitting,
                    key=lambda m: (len(words & m.words), spoken.get(id(m), -1), m.last_before(head.idx) or 0),
                )
                last_spoke = bool(self.spoke) and self.spoke[-1][1] is best
                alike = [m for m in fitting if m is not best and len(words & m.words) == len(words & best.words)]
                because = f"“{phrase_text(tokens)}” means {best.name}, described so before."
                doubt = SEVERAL_FIT if alike and not last_spoke else None
                return best, doubt, Reason("description", because)
        because = f"The speaker is described, not named: “{phrase_text(tokens)}”."
        return self.stranger(head, tokens), None, Reason("description", because)

    def fitting(self, head: Token) -> list[Member]:
        """Those mentioned before whom a definite description fits, by its noun and its country."""
        country = self.country_said(head)
        return [
            member
            for member in self.cast.values()
            if fits(member, head)
            and (country is None or member.country in {country, None})
            and member.last_before(head.idx) is not None
        ]

    def stranger(self, head: Token, tokens: list[Token]) -> Member:
        """Somebody described and not named: each "a senior official" is somebody new, "analysts" are the same again."""
        key = described_as(tokens)
        member = self.cast.get(key)
        one = head.tag_ not in {"NNS", "NNPS"} and head.lower_ not in QUANTIFIERS
        if member is None or (one and head.lemma_.lower() in PEOPLE and not is_definite(head)):
            key = key if member is None else f"{key} ({head.idx})"
            kind = "unnamed" if head.lemma_.lower() in PEOPLE or not one else "thing"
            words = description(tokens)
            member = Member(described_as(tokens), None, self.country_said(head), kind, plural=not one, words=words)
            self.cast[key] = member
        return member


def head_of(tokens: list[Token]) -> Token | None:
    """The word of a phrase that the others hang on."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head == token), None)


def is_definite(head: Token) -> bool:
    """Whether a noun is spoken of as known: "the official"."""
    return any(child.lower_ in DEFINITE for child in head.children)


def description(tokens: list[Token]) -> set[str]:
    """The words of a phrase that describe."""
    return {t.lemma_.lower() for t in tokens if t.pos_ in {"NOUN", "ADJ", "PROPN"} and t.dep_ != "pobj"}


def phrase_text(tokens: list[Token]) -> str:
    """A phrase as printed."""
    return "".join(t.text_with_ws for t in tokens).strip()


def is_pronoun(tokens: list[Token]) -> bool:
    """Whether a phrase is a single pronoun."""
    return len(tokens) == 1 and tokens[0].pos_ == "PRON"


def fits(member: Member, head: Token) -> bool:
    """Whether a member could be called by this description: head noun known of it, or somebody unnamed alike."""
    lemma = head.lemma_.lower()
    if member.kind == "unnamed":
        return not member.plural and lemma in member.words
    return member.kind == "person" and lemma in member.words


def described_as(tokens: list[Token]) -> str:
    """A display name for somebody unnamed: the description without its article."""
    kept = [t for t in tokens if not (t.i == tokens[0].i and t.lower_ in {"a", "an", *DEFINITE})]
    return "".join(t.text_with_ws for t in kept).strip()
