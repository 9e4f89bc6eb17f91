"""Spoilt copies of a report for training: other quotation marks, none at all, cue verbs as machines respin them."""

import random

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


def spoil(words: list[str], dice: random.Random) -> list[str]:
    """The words of a report, one of six copies or so spoilt in one way; "" where a word is dropped."""
    fate = dice.random()
    if fate < 0.12:
        return ['"' if w in DOUBLE else "'" if w in SINGLE else w for w in words]
    if fate < 0.22:
        return ["" if w in DOUBLE else w for w in words]
    if fate < 0.40:
        marks = dice.choice(("keep", "straight", "drop"))
        return [spun(w, words, dice, marks) for w in words]
    return words


def spun(word: str, words: list[str], dice: random.Random, marks: str) -> str:
    """One word of a machine-spun copy: speech verbs by neighbours, a tenth of the long words by any other."""
    if word in DOUBLE:
        return {"keep": word, "straight": '"', "drop": ""}[marks]
    if word in SYNONYMS and dice.random() < 0.5:
        return dice.choice(SYNONYMS[word])
    if len(word) > 5 and word.islower() and dice.random() < 0.1:
        other = dice.choice(words)
        return other if len(other) > 5 and other.islower() else word
    return word
