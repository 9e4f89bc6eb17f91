"""The inflected forms of a lemma, in one order for every lemma of a part of speech."""

import re

VOWEL_Y = re.compile(r"[aeou]y$")
# One stressed syllable that ends in one vowel and one consonant doubles it: "stop", not "open".
SHORT = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")
# Verbs of the exception list whose past and participle differ, where alphabetical order misleads, and common ones.
PAST = {
    "be": ("was", "been"), "begin": ("began", "begun"), "break": ("broke", "broken"), "choose": ("chose", "chosen"),
    "come": ("came", "come"), "do": ("did", "done"), "draw": ("drew", "drawn"), "drive": ("drove", "driven"),
    "eat": ("ate", "eaten"), "fall": ("fell", "fallen"), "fight": ("fought", "fought"), "fly": ("flew", "flown"),
    "forget": ("forgot", "forgotten"), "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"),
    "grow": ("grew", "grown"), "have": ("had", "had"), "hide": ("hid", "hidden"), "hold": ("held", "held"),
    "know": ("knew", "known"), "lead": ("led", "led"), "leave": ("left", "left"), "lie": ("lay", "lain"),
    "make": ("made", "made"), "ride": ("rode", "ridden"), "rise": ("rose", "risen"), "run": ("ran", "run"),
    "say": ("said", "said"), "see": ("saw", "seen"), "show": ("showed", "shown"), "sink": ("sank", "sunk"),
    "speak": ("spoke", "spoken"), "swear": ("swore", "sworn"), "take": ("took", "taken"), "tell": ("told", "told"),
    "throw": ("threw", "thrown"), "wear": ("wore", "worn"), "write": ("wrote", "written"),
    "become": ("became", "become"), "arise": ("arose", "arisen"), "shake": ("shook", "shaken"),
    "strike": ("struck", "struck"), "withdraw": ("withdrew", "withdrawn"), "undergo": ("underwent", "undergone"),
    "undertake": ("undertook", "undertaken"), "foresee": ("foresaw", "foreseen"),
}  # fmt: skip
UNCHANGED = frozenset(
    "bet bid broadcast burst cast cost cut forecast hit hurt let put quit set shed shut split".split()
)


def forms_of(lemma: str, part: str, irregular: dict[tuple[str, str], list[str]]) -> tuple[str, ...]:
    """All forms of a lemma: a noun's singular and plural, a verb's base, -s, past, participle and -ing; else itself.

    >>> forms_of("deny", "v", {}), forms_of("crisis", "n", {("crisis", "n"): ["crises"]})
    (('deny', 'denies', 'denied', 'denied', 'denying'), ('crisis', 'crises'))
    """
    if part == "n":
        if lemma == "person":
            return "person", "people"  # WordNet has "people" as a word of its own
        return lemma, next(iter(irregular.get((lemma, "n"), ())), with_s(lemma))
    if part == "v":
        head, _, tail = lemma.partition(" ")  # "put up"
        rest = f" {tail}" if tail else ""
        past, participle = PAST.get(head) or past_of(head, irregular)
        return tuple(form + rest for form in (head, with_s(head), past, participle, stem_of(head, "ing") + "ing"))
    return (lemma,)


def with_s(word: str) -> str:
    """A word with the ending -s."""
    if word.endswith("y") and not VOWEL_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def past_of(verb: str, irregular: dict[tuple[str, str], list[str]]) -> tuple[str, str]:
    """Past and participle."""
    if verb in UNCHANGED:
        return verb, verb
    known = [form for form in irregular.get((verb, "v"), ()) if not form.endswith("ing") and not form.endswith("s")]
    if known:
        return known[0], known[-1]
    form = verb[:-1] + "ied" if verb.endswith("y") and not VOWEL_Y.search(verb) else stem_of(verb, "ed") + "ed"
    return form, form


def stem_of(verb: str, ending: str) -> str:
    """What -ed or -ing is put to."""
    if verb.endswith("ie") and ending == "ing":
        return verb[:-2] + "y"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1]
    return verb + verb[-1] if SHORT.match(verb) else verb
