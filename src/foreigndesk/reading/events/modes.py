"""How a deed was done, where the words around its trigger tell it: "a drone attack", "by phone", "asked for talks"."""

from __future__ import annotations

from foreigndesk.lexicon.codebook import load_modes
from foreigndesk.reading.events import grammar
from foreigndesk.reading.events.deeds import Deed
from foreigndesk.reading.events.settle import Outcome

# Types whose mode is what is asked for: the words of it tell more than its type does.
WORDS_FIRST = frozenset({"REQUEST", "REJECT"})
# Threats to a territory rather than to people.
TAKING = frozenset({"seize", "annex", "occupy", "capture", "retake", "conquer", "take"})
# Where a mode's words may stand around a trigger: "launched a drone attack", "spoke by phone", "jets struck".
MEANS = (("subj",), ("obj",), ("with",), ("by",), ("using",), ("in",))
# Where what is asked for, refused or threatened stands.
CONTENT = (
    ("obj",),
    ("for",),
    ("to",),
    ("clause",),
    ("clause", "obj"),
    ("obj", "for"),
    ("obj", "to"),
    ("obj", "clause"),
)


def find_mode(deed: Deed, named: Outcome, content: Deed | None) -> str | None:
    """The mode of a deed of a named type: its trigger's or content's, else that of the words around it."""
    by_words = mode_by_words(deed, named.type)
    if named.type in WORDS_FIRST:
        return by_words or named.mode
    if named.mode == "violence" and content is not None and content.trigger.words[0] in TAKING:
        return "territory"
    return named.mode or by_words


def mode_by_words(deed: Deed, kind: str) -> str | None:
    """The mode that the words around a deed's trigger tell: "launched a drone attack", "spoke by phone"."""
    places = CONTENT if kind in WORDS_FIRST | {"THREATEN"} else MEANS
    around = [head for path in places for head in deed.walk(path)]
    for heads in (around, deed.words):  # "jets bombed": who or what did it says more than the verb
        words = {word for head in heads for word in (head, *grammar.modifiers(head))}
        near = {form for word in words for form in grammar.lemma_forms(word)}
        found = next((mode.name for mode in load_modes()[kind] if not mode.words.isdisjoint(near)), None)
        if found is not None:
            return found
    return None
