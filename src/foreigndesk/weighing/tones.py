"""The tone in which one actor speaks of another, resting on words that can be shown: no score without its words.

A threat is hostile by its force. Beyond that a remark is friendly or hostile by the words in it that name a deed of
PLOVER's cooperation (quads 1 and 2) or conflict (3 and 4), those that are denied left out; as many of one as of the
other, or none, make it plain. It is the tone of what is said, not of who says it: "Russia attacked us" is hostile.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.lexicon.codebook.triggers import Kind, load_triggers
from foreigndesk.model import Force, Tone

WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")
NEGATES = frozenset({"not", "no", "never", "without", "nothing", "nobody", "none", "nor", "cannot"})
REACH = 3  # words before: "has not yet attacked", "no plans to attack"
# Words that name a deed as verbs and mostly mean another thing by themselves.
OTHERWISE = frozenset(
    "appeal back channel charge contact decline demand duty fault finance fine fund grant hail help initial ink intern"
    " knife lend lobby offer press regret request rocket savage shell silence stone suit supply torch".split()
)
ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""))


@functools.cache
def toned_words() -> dict[str, Tone]:
    """The words that name a friendly or hostile deed whatever stands beside them, and never one of the other kind."""
    tones: defaultdict[str, set[Tone]] = defaultdict(set)
    plain = set[str]()
    for rows in load_triggers().values():
        for row in rows:
            word = row.words[0]
            if len(row.words) > 1 or row.kind is Kind.THING:
                continue
            tones[word].add(Tone.FRIENDLY if load_types()[row.type].friendly else Tone.HOSTILE)
            if not row.conditions:
                plain.add(word)
    return {
        word: next(iter(several)) for word, several in tones.items() if len(several) == 1 and word in plain - OTHERWISE
    }


def forms(word: str) -> list[str]:
    """What a printed word may be a form of, itself first.

    >>> forms("accuses")[-1], "deny" in forms("denied"), "stop" in forms("stopped")
    ('accuse', True, True)
    """
    found = [word]
    for ending, put in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            found.append(stem + put)
            if stem[-1:] == stem[-2:-1]:
                found.append(stem[:-1])
    return found


def tone_of(force: Force, words: str) -> tuple[Tone, tuple[str, ...]]:
    """The tone of a remark, and what it rests on.

    >>> tone_of(Force.ASSERT, "They attacked and bombed the port.")
    (<Tone.HOSTILE: 'hostile'>, ('attacked', 'bombed'))
    >>> tone_of(Force.ASSERT, "We have not attacked anybody.")
    (<Tone.PLAIN: 'plain'>, ())
    """
    found: dict[Tone, list[str]] = {Tone.FRIENDLY: [], Tone.HOSTILE: []}
    if force is Force.THREATEN:
        found[Tone.HOSTILE].append("its force: a threat")
    printed = WORD.findall(words)
    known = toned_words()
    for place, word in enumerate(printed):
        tone = next((known[form] for form in forms(word.lower()) if form in known), None)
        before = [other.lower() for other in printed[max(place - REACH, 0) : place]]
        if tone is not None and not any(other in NEGATES or other.endswith(("n't", "n’t")) for other in before):
            found[tone].append(word)
    friendly, hostile = found[Tone.FRIENDLY], found[Tone.HOSTILE]
    if len(friendly) == len(hostile):
        return Tone.PLAIN, ()
    tone = Tone.FRIENDLY if len(friendly) > len(hostile) else Tone.HOSTILE
    return tone, tuple(dict.fromkeys(found[tone]))
