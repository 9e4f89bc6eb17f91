"""What stands around a person's name: titles, appositions, what he "is", where he works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from foreigndesk.reading.statements.grammar import SUBJECTS
from foreigndesk.reading.statements.phrases import MODIFIERS
from foreigndesk.reading.statements.speakers.member import Member

MALE_TITLES = frozenset("mr. mr sir lord king prince".split())
FEMALE_TITLES = frozenset("mrs. mrs ms. ms miss lady queen princess madam".split())
TITLES = {
    "sen.": "senator", "sens.": "senator", "rep.": "representative", "reps.": "representative", "gov.": "governor",
    "gen.": "general", "lt.": "lieutenant", "col.": "colonel", "adm.": "admiral", "amb.": "ambassador",
    "prof.": "professor", "dr.": "doctor", "maj.": "major", "capt.": "captain", "sgt.": "sergeant",
    "pres.": "president", "rev.": "pastor", "atty.": "attorney", "supt.": "superintendent",
}  # fmt: skip
WORKS = frozenset("study teach work lecture research head lead run direct chair edit serve".split())


def describing(head: Token, first: int, end: int) -> Iterator[list[Token]]:
    """The phrases that describe the name whose head this is: titles, appositions, what the name "is"; noun first."""
    for child in head.children:
        if not first <= child.i < end and child.dep_ in {"compound", "appos", "amod", "nmod"}:
            yield [child, *(token for token in child.subtree if token.i != child.i)]
    noun = head.head
    if head.dep_ in {"appos", "nsubj"} and noun.pos_ == "NOUN":
        yield [noun, *(t for c in noun.children if c.dep_ in MODIFIERS for t in c.subtree)]
    if head.dep_ in SUBJECTS and noun.lemma_ == "be":
        for child in noun.children:
            if child.dep_ == "attr":
                yield [child, *(t for c in child.children if c.dep_ in MODIFIERS | {"prep"} for t in c.subtree)]


def works_in(head: Token, countries: Mapping[int, str]) -> str | None:
    """The country a person is told to work in: "who teaches law at a university in Leiden"."""
    clauses = (child for child in head.rights if child.dep_ == "relcl" and child.lemma_.lower() in WORKS)
    tokens = (token for clause in clauses for token in clause.subtree if token.dep_ == "pobj")
    return next((countries[t.i] for t in tokens if t.i in countries and t.head.lower_ in {"in", "at", "of"}), None)


def learn_from_titles(member: Member, tokens: Sequence[Token]) -> None:
    """What courtesy titles and abbreviated ranks right before a name tell: gender, "senator" of "Sen."."""
    for token in tokens:
        word = token.lower_
        if word in MALE_TITLES:
            member.gender = "m"
        elif word in FEMALE_TITLES:
            member.gender = "f"
        elif word in TITLES:
            member.call([TITLES[word]])
