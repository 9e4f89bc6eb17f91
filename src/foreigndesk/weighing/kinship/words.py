"""A text as numbers: its words as 64-bit fingerprints with their places, sentences and quotation marks.

Everything that compares reports works on these arrays, so a word costs eight bytes and one comparison.
"""

from __future__ import annotations

import functools
import re
import struct
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Marks: TypeAlias = NDArray[np.bool_]
Hashes: TypeAlias = NDArray[np.uint64]

# Abbreviations with stops are one word (U.S.), numbers keep their commas (10,000), writing without spaces is taken
# character by character. The look-ahead passes over spaces and marks at once; the group makes `split` keep the words.
WORD = re.compile(
    r"((?=[^\W_])(?:(?:[A-Z]\.){2,}|[A-Za-z]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u9fff]"
    r"|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+(?:['’][a-z]+)?))"
)
# A stop ends a sentence if a capital follows; after a title or an initial it does not.
SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]*[A-Z0-9])|\n")
SHORTENED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Col|Lt|Sgt|St|Prof|Rev|Jr|Sr|No|Adm)$")
# A quotation ends at its mark, or with its paragraph where it runs on into the next.
QUOTATION = re.compile(r"(?:[“„«\"]|'')(?:[^“”„«»\"'\n]|'(?!'))*(?:[”»“\"]|''|(?=\n)|\Z)")
FOLDED = str.maketrans({"’": "'", ".": None, ",": None})
STEM = 6  # letters: minister and ministry, sanctions and sanctioned come together; kinship of words, not grammar

# Up to three is said of anything; from four on a number is a fact that is carried along.
NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        """four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        nineteen twenty""".split(),
        start=4,
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
HEADLINE = 5  # content words at least: fewer may well be all names (Lund met Moe in Oslo)
TITLED = 0.6  # of the content words: more capitals in one sentence are a headline's, and tell no name

STOP = frozenset(
    """a about above across after again against all almost along already also although always am among an and another
    any anybody anyone anything are aren't around as at away back be became because become been before began being
    below between both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done
    down during each either else even ever every everyone everything few first for former from get go going gone got
    had hadn't has hasn't have haven't having he he'd he's her here hers herself him himself his how however i i'd i'll
    i'm i've if in including into is isn't it it's its itself just last later least less let like made make many may
    me might mine more most much must my myself near neither never next no nobody none nor not nothing now of off often
    on once one only onto or other others our ours out over own per perhaps put quite rather really same say saying
    says said she she's should shouldn't since so some someone something soon still such take than that that's the
    their theirs them themselves then there there's these they they'd they'll they're they've thing things this those
    though three through thus to told too took toward towards two under until up upon us very was wasn't way we we'd
    we'll we're we've well went were weren't what what's when where whether which while who who's whole whom whose why
    will with within without won't would wouldn't yes yet you you'd you'll you're you've your yours""".split()
)


GOLDEN = np.uint64(0x9E3779B97F4A7C15)
ROW = 3  # words: two match by chance everywhere, four are rare where every third content word was exchanged
OFTEN = 4  # a row of words that stands more often in a text is a formula (the president of the United States)


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a text in order: fingerprints of the form and of its first letters, [start, end), sentence number.

    `telling` marks words that carry content (no function words), `sharp` names and figures, `quoted` what stands inside
    quotation marks.
    """

    forms: Ints
    stems: Ints
    starts: Ints
    ends: Ints
    sentences: Ints
    telling: Marks
    sharp: Marks
    quoted: Marks

    def __len__(self) -> int:
        """How many words."""
        return len(self.forms)

    @cached_property
    def triples(self) -> tuple[Hashes, Ints]:
        """Fingerprints of every ROW words in a row, and how many of these carry content."""
        count = max(len(self) - ROW + 1, 0)
        hashes = np.zeros(count, dtype=np.uint64)
        telling = np.zeros(count, dtype=np.int64)
        for shift in range(ROW):
            hashes = hashes * GOLDEN + self.forms[shift : shift + count].view(np.uint64)
            telling += self.telling[shift : shift + count]
        return hashes, telling

    @cached_property
    def seeds(self) -> tuple[Hashes, Ints]:
        """The rows with a content word that are no formula, in order of their fingerprints, and where they start."""
        hashes, telling = self.triples
        places = np.flatnonzero(telling)
        order = np.argsort(hashes[places], kind="stable")
        places = places[order]
        ordered = hashes[places]
        edges = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1], [True])))
        seldom = np.repeat(np.diff(edges) <= OFTEN, np.diff(edges))
        return (ordered[seldom], places[seldom]) if len(places) else (ordered, places)

    @cached_property
    def sizes(self) -> Ints:
        """How many words each sentence has."""
        return np.bincount(self.sentences)

    @cached_property
    def names(self) -> Ints:
        """The stems of its names and figures, each once, in order."""
        return np.unique(self.stems[self.sharp])

    @cached_property
    def contents(self) -> Ints:
        """The stems of its content words, each once, in order."""
        return np.unique(self.stems[self.telling])


@functools.lru_cache(maxsize=1 << 17)
def fingerprint(word: str) -> int:
    """A word as a signed 64-bit number, the same in every run and on every machine.

    >>> fingerprint("sanctions")
    -3634191529281646464
    """
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def fold(printed: str) -> str:
    """A word as compared: small letters, no stops, no possessive, numbers in figures.

    >>> fold("Reuters’s"), fold("U.S."), fold("Eleven"), fold("10,000")
    ('reuters', 'us.', '11', '10000')
    """
    form = printed.translate(FOLDED).lower().removesuffix("'s").strip("'")
    if printed.count(".") > 1:  # the US is a state, us are people
        return form + "."
    return NUMBERS.get(form, form)


# A word as `packed` gives it; texts are joined out of these without a step in Python for each column.
PACKED = struct.Struct("<qqB")
COLUMNS = np.dtype([("form", "<i8"), ("stem", "<i8"), ("marks", "u1")])
TELLING, CAPITAL, FIGURE = 1, 2, 4


@functools.lru_cache(maxsize=1 << 17)
def packed(printed: str) -> bytes:
    """A printed word's fingerprint and its stem's; whether it carries content, has a capital then, is a figure."""
    form = fold(printed) or printed
    figure = form[0].isdigit()
    stem = form if figure else form[:STEM].removesuffix("s")
    marks = 0
    if form not in STOP and (len(form) > 1 or form > "z" or form in "456789"):
        marks = TELLING | (CAPITAL if printed[0].isupper() else 0) | (FIGURE if figure else 0)
    return PACKED.pack(fingerprint(form), fingerprint(stem), marks)


def carries_content(printed: str) -> bool:
    """Whether a printed word carries content: no function word, no letter or small number by itself.

    >>> carries_content("sanctions"), carries_content("was")
    (True, False)
    """
    return bool(packed(printed)[-1] & TELLING)


def words_of(text: str) -> Words:
    """The words of a text; none for a text without any.

    >>> words = words_of("The envoy left. “No talks,” she said.")
    >>> len(words), words.sentences.tolist(), words.quoted.tolist()
    (7, [0, 0, 0, 1, 1, 1, 1], [False, False, False, True, True, False, False])
    """
    parts = WORD.split(text)  # what stands between, a word, what stands between
    edges = np.cumsum(np.fromiter(map(len, parts), dtype=np.int64, count=len(parts)))
    columns = np.frombuffer(b"".join(map(packed, parts[1::2])), dtype=COLUMNS)
    marks, starts = columns["marks"], edges[0:-1:2].copy()
    telling, capital = (marks & TELLING).astype(np.bool_), (marks & CAPITAL).astype(np.bool_)
    stems = np.ascontiguousarray(columns["stem"], dtype=np.int64)
    sentences: Ints = np.searchsorted(np.array(sentence_ends(text), dtype=np.int64), starts).astype(np.int64)
    return Words(
        forms=np.ascontiguousarray(columns["form"], dtype=np.int64),
        stems=stems,
        starts=starts,
        ends=edges[1::2].copy(),
        sentences=sentences,
        telling=telling,
        sharp=(marks & FIGURE).astype(np.bool_)
        | (telling & among(stems, np.unique(stems[named(capital, telling, sentences)]))),
        quoted=inside(starts, [quotation.span() for quotation in QUOTATION.finditer(text)]),
    )


def named(capital: Marks, telling: Marks, sentences: Ints) -> Marks:
    """Content words with a capital inside a sentence: at its start everything has one, and in a headline."""
    size = int(sentences[-1]) + 1 if len(sentences) else 0
    capitals = np.bincount(sentences[capital], minlength=size)
    titled = capitals > TITLED * np.maximum(np.bincount(sentences[telling], minlength=size), HEADLINE)
    inner = np.zeros(len(sentences), dtype=np.bool_)
    inner[1:] = sentences[1:] == sentences[:-1]
    marks: Marks = capital & inner & ~titled[sentences]
    return marks


def among(numbers: Ints, ordered: Ints) -> Marks:
    """Which numbers are among others that are in order: for some hundreds a quarter of the time of `np.isin`.

    >>> among(np.array([3, 5, 9]), np.array([1, 5, 7])).tolist()
    [False, True, False]
    """
    if not len(ordered):
        return np.zeros(len(numbers), dtype=np.bool_)
    marks: Marks = ordered[np.minimum(np.searchsorted(ordered, numbers), len(ordered) - 1)] == numbers
    return marks


def sentence_ends(text: str) -> list[int]:
    """Where sentences and paragraphs end: the offset of the stop or line break."""
    ends = [end.start() for end in SENTENCE_END.finditer(text)]
    return [end for end in ends if text[end] != "." or not SHORTENED.search(text, max(0, end - 5), end)]


def inside(places: Ints, spans: list[tuple[int, int]]) -> Marks:
    """Which places lie in one of the spans, which are in order and do not touch."""
    edges = np.array([edge for span in spans for edge in span], dtype=np.int64)
    marked: Marks = np.searchsorted(edges, places, side="right") % 2 == 1
    return marked
