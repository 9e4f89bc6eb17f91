"""Spoilt copies of a report for training: other quotation marks, none at all, cue verbs as machines respin them."""

import random
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

THESAURUS = Path(__file__).with_name("thesaurus.csv")  # made by thesaurus.py
CLEAN = 0.35  # of copies stay as they are; of the others these shares are, independently of each other,
SPUN, SPLIT = 0.55, 0.2  # spun, wrongly split,
BARE, STRAIGHT = 0.25, 0.15  # and without quotation marks or with straight ones
CUE_VERBS, OTHERS = 0.55, 0.1  # of a spun copy's cue verbs and of its other words are swapped
WRONG = 0.1  # of a wrongly split copy's sentence ends, of either kind
LONG = 4  # letters of a word that is swapped for any other of its kind
SPACE, NEW_LINE, BLANK = 1, 2, 3  # gaps (`windows.gap`)

# Families of speech verbs that rewriting machines swap for one another, by hand; each inflects alike.
STEMS = {
    "say": "mention declare introduce inform express specify articulate utter voice note",
    "tell": "inform advise educate brief notify",
    "state": "articulate specify declare",
    "add": "append include attach supplement",
    "claim": "guarantee profess assert declare",
    "announce": "report declare introduce broadcast",
    "argue": "contend debate dispute reason",
    "suggest": "propose recommend indicate counsel",
    "believe": "accept consider trust suppose",
    "think": "suppose assume consider ponder",
    "warn": "caution alert admonish",
    "report": "record document reveal recount",
    "ask": "inquire question request",
    "insist": "persist demand maintain",
    "note": "observe mention remark",
    "explain": "clarify illuminate elucidate",
    "call": "label name dub term",
    "describe": "portray depict characterize",
    "accuse": "charge blame implicate",
    "deny": "refute reject disavow",
    "promise": "pledge guarantee vow",
    "want": "desire wish crave",
    "hope": "expect desire trust",
    "support": "back endorse uphold",
    "urge": "encourage press prompt",
    "show": "reveal demonstrate display",
    "find": "discover uncover locate",
    "acknowledge": "concede recognize admit",
    "predict": "forecast anticipate foresee",
    "write": "compose pen record",
}
IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "think": ("thinks", "thought", "thinking"),
    "find": ("finds", "found", "finding"),
    "write": ("writes", "wrote", "writing"),
    "show": ("shows", "showed", "showing"),
    "foresee": ("foresees", "foresaw", "foreseeing"),
    "broadcast": ("broadcasts", "broadcast", "broadcasting"),
    "admit": ("admits", "admitted", "admitting"),
    "dub": ("dubs", "dubbed", "dubbing"),
    "uphold": ("upholds", "upheld", "upholding"),
    "forecast": ("forecasts", "forecast", "forecasting"),
}
DOUBLE, SINGLE = '"“”„«»', "'‘’"


def forms(verb: str) -> tuple[str, str, str, str]:
    """Base, third person, past and participle of a verb.

    >>> forms("deny")
    ('deny', 'denies', 'denied', 'denying')
    """
    if verb in IRREGULAR:
        return (verb, *IRREGULAR[verb])
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    return verb, verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"), verb + "ed", verb + "ing"


SYNONYMS = {
    form: [forms(other)[n] for other in others.split()]
    for verb, others in STEMS.items()
    for n, form in enumerate(forms(verb))
}


def by_class(path: Path) -> dict[str, list[list[str]]]:
    """The rows of the thesaurus by their class; each row the forms of one word."""
    rows: dict[str, list[list[str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, *inflected = line.split(",")
        rows[kind].append(inflected)
    return rows


WORDS = by_class(THESAURUS)
VERBS = [*WORDS["saying"], *WORDS["mind"], *WORDS["deed"]]
# Penn tag -> which form of a verb, a noun, an adjective
VERB_FORMS = {"VB": 0, "VBP": 0, "VBZ": 1, "VBD": 2, "VBN": 2, "VBG": 3}
NOUN_FORMS = {"NN": 0, "NNS": 1, "NNP": 0}
# Grammar's own verbs, which stay: auxiliaries, and "according to".
GRAMMAR = frozenset(
    "be is are was were been being am have has had having do does did doing done go going let get got according".split()
)


@dataclass(frozen=True)
class Print:
    """The words of a report as printed: each with its shape (`windows.py`) and the parser's tag ("" where the parser
    cuts words otherwise), the words of cues, the first words of sentences."""

    words: list[str]
    shapes: list[int]
    tags: list[str]
    cued: frozenset[int]
    sentences: list[int]


def spoil(clean: Print, dice: random.Random) -> Print:
    """A report as it is, one in three; else, each by its own dice, with other marks, spun, wrongly split."""
    if dice.random() < CLEAN:
        return clean
    spoilt = clean
    if dice.random() < SPUN:
        spoilt = replace(spoilt, words=[spun(spoilt, n, dice) for n in range(len(spoilt.words))])
    if dice.random() < SPLIT:
        spoilt = resplit(spoilt, dice)
    fate = dice.random()
    if fate < BARE + STRAIGHT:
        marks = dict.fromkeys(DOUBLE, "") if fate < BARE else dict.fromkeys(DOUBLE, '"') | dict.fromkeys(SINGLE, "'")
        spoilt = replace(spoilt, words=[marks.get(word, word) for word in spoilt.words])
    return replace(spoilt, shapes=closed_up(spoilt))


def closed_up(spoilt: Print) -> list[int]:
    """Shapes with the gaps as they are once words are dropped: the widest of a gap and those of the words gone."""
    shapes, wide = [], 0
    for word, shape in zip(spoilt.words, spoilt.shapes, strict=True):
        wide = max(wide, shape // 4)
        shapes.append(shape % 4 + 4 * wide)
        wide = wide if not word else 0
    return shapes


def spun(clean: Print, n: int, dice: random.Random) -> str:
    """One word of a machine-spun copy: cue verbs by others of saying or thinking, other words by any of their kind."""
    word, tag = clean.words[n], clean.tags[n]
    if word.lower() in GRAMMAR:
        return word
    if n in clean.cued and tag in VERB_FORMS:
        if dice.random() > CUE_VERBS:
            return word
        kind = dice.choices(("saying", "mind", "neighbour"), (5, 3, 2))[0]  # out of ten
        if kind == "neighbour":
            return dice.choice(SYNONYMS.get(word.lower(), [word]))
        return dice.choice(WORDS[kind])[VERB_FORMS[tag]]
    if not word.isalpha() or len(word) < LONG or dice.random() > OTHERS:
        return word
    if tag in VERB_FORMS:
        return dice.choice(VERBS)[VERB_FORMS[tag]]
    if tag in NOUN_FORMS:
        return dice.choice(WORDS["noun"])[NOUN_FORMS[tag]]
    return dice.choice(WORDS["quality"])[0] if tag == "JJ" else word


def resplit(clean: Print, dice: random.Random) -> Print:
    """A tenth of final stops lost, of paragraphs joined, of sentences made paragraphs."""
    words, shapes, sentences = list(clean.words), list(clean.shapes), set(clean.sentences)
    for n in clean.sentences[1:]:
        gap, fate = shapes[n] // 4, dice.random()
        if fate < WRONG and words[n - 1] == ".":
            words[n - 1] = ""
            sentences -= {n} if gap < NEW_LINE else set()
        elif fate > 1 - WRONG:
            shapes[n] = shapes[n] % 4 + 4 * (SPACE if gap >= NEW_LINE else BLANK)
    return replace(clean, words=words, shapes=shapes, sentences=sorted(sentences))
