"""Where a path of the codebook leads from a word: "obj.mod" to the modifiers of its object."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from foreigndesk.reading.events import clauses, grammar

# Words that only count or measure what stands behind their "of".
MEASURES = frozenset(
    "% all amount band batch billion bulk consignment contingent convoy couple crowd day dozen group half handful "
    "hour hundred load lot majority many member million month most number one pair part percent piece rest round "
    "score series several share shipment some team ten thousand ton tonne wave week worth".split()
)


def counted(token: Token) -> list[Token]:
    """The noun itself and, where it only counts, what is counted: "dozens of prisoners", "millions in aid"."""
    found = [token]
    for word in found:  # grows as it is walked
        if word.pos_ == "NUM" or word.lemma_.lower() in MEASURES:
            found += [noun for preposition in ("of", "in") for noun in grammar.behind(word, preposition)]
    return found


def walk(token: Token, path: tuple[str, ...]) -> list[Token]:
    """The heads a path leads to from a token, those joined by "and" included; [] if it leads nowhere."""
    here = [token]
    for step in path:
        here = [found for start in here for found in one_step(start, step)]
        here = here if step in ALONE else grammar.conjoined(here)
    return here


def one_step(token: Token, step: str) -> list[Token]:
    """Where one step of a path leads from a token; a step that is no relation is a preposition."""
    relation = RELATIONS.get(step)
    return relation(token) if relation is not None else grammar.behind(token, step)


def subjects(token: Token) -> list[Token]:
    """The subjects of a verb, or of the verb an adjective completes."""
    if token.pos_ in grammar.VERBAL:
        return clauses.subjects(token)
    if token.pos_ == "ADJ" and token.head.pos_ in grammar.VERBAL:
        return clauses.shared_subjects(token.head)
    return []


def objects(token: Token) -> list[Token]:
    """The objects of a verb."""
    return clauses.objects(token) if token.pos_ in grammar.VERBAL else []


RELATIONS: Mapping[str, Callable[[Token], list[Token]]] = {
    "subj": subjects,
    "obj": objects,
    "clause": clauses.clauses,
    "dative": clauses.datives,
    "acomp": clauses.complements,
    "oprd": clauses.complements,
    "mod": lambda token: [word for noun in counted(token) for word in grammar.modifiers(noun)],
    "poss": lambda token: [child for child in token.children if child.dep_ == "poss"],
}
# Steps whose words are not joined by "and" to others that stand in the same place.
ALONE = frozenset({"clause", "acomp", "oprd"})
