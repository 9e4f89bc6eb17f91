"""What is told, stretch by stretch, each with the sign that the words around it give it.

A clause grammar on words, read once from left to right: words that turn (lexicon/turns) work on their own clause or on
what stands behind them; a sentence, "and", "but", "because" end what they reach. The words of telling and of what is
told are read as one, for they are cut anywhere: "was not" and "unaware that he knew".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from foreigndesk.lexicon.turns import Turn, load_turns
from foreigndesk.weighing.polarity.keys import STATE_WEIGHT, is_agent, keys_of_word, opposites_at, state_of_two
from foreigndesk.weighing.polarity.signs import Sign, turned, under

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[-.,]\w+)*(?:['’]s)?|[.!?;:,()…–—]|[\"“”„«»]")
NOT_JOINED = re.compile(r"\b(?:(ca)n|(wo)n|(sha)n|(\w+)n)['’]t\b", re.IGNORECASE)
WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
# words that hold a negation and a word that turns, taken apart
APART = re.compile(r"\b(?:(un)(?=aware|able\b|willing)|cannot\b)", re.IGNORECASE)
QUOTES = frozenset('"“”„«»')
ENDS = frozenset(".!?")
BREAKS = frozenset({";", ":", "–", "—", "…", "(", ")"})
# Behind these nothing that is told of follows: "was denied by", "the talks failed in".
NOTHING_BEHIND = frozenset(
    ". ! ? ; , : ) by in on at after as when because within during with and but or last this since yesterday today"
    " again so far for".split()
)
BEHIND_PREDICATE = frozenset({"that", "to", "for", "how"})
# Words before "that" which tell of what stands behind it; else "that" points at something.
TAKERS = frozenset(
    """true case clear fact idea claim claims report reports suggestion suggestions notion view views allegation
    allegations charge charges assertion assertions assurance assurances rumours rumors accusation accusations news
    thesis theory impression shown mean understood told assume assumption insinuation contention statement saying word
    story stories conclusion finding argument""".split()
)
ASKED = frozenset("who whom which what when where why how whose".split())
SPEAKING = frozenset("said told insisted accused called added argued claimed maintained says adds insists".split())
NEAR_VERB = 4  # words behind a denial that are still of its object: "rejected as baseless", "denied the false reports"
DENYING = frozenset({"not", "no", "never", "none", "nor"})
IMPLIED = frozenset("+-")
VERBS = frozenset("was were is are be been had has have would will could can did does do that which who".split())
RHETORICAL = re.compile(
    r"^\W*(?:(?:but|and|so|then) )?(?:why (?:on earth |then )?(?:would|should)|how (?:could|can|would|on earth)"
    r"|since when|who (?:would|could|can|seriously|in|still|ever)|what (?:evidence|proof|reason)"
    r"|where (?:is|are|was|were)\b.{0,30}\b(?:evidence|proof)|(?:is|was) there (?:any|a single|a shred)|does anyone"
    r"|do i (?:look|sound|seem)|what \w+(?: \w+)? ?\?|are we (?:really )?(?:to|supposed))",
    re.IGNORECASE,
)
SELF_ANSWERED = re.compile(r"^\W*(?:who|what) (?:else |other )?(?:but|else|other than)\b")
# What whoever reports says of the telling, and not the speaker: "falsely suggesting".
NARRATED = re.compile(r"\b(?:falsely|wrongly|incorrectly|mistakenly|baselessly|without evidence)\b", re.IGNORECASE)
ASKED_WHY = re.compile(
    r"\bask\w*\W+(?:why\b.{1,50}?\b(?:would|should)\b|how\b.{1,50}?\bcould\b|where\b.*\b(?:evidence|proof)\b"
    r"|what (?:evidence|proof))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One clause of what is told, or less: its keys with their sides and weights, and its sign.

    `owners`: the other keys of the words that stand on a side of opposites. `agent`: the state or group named first, or
    behind "by".
    `aside` stretches tell why, when or against what; those of the words of `telling` have no word of what is told.
    `turned`: some word up to here turns what is told, be it back.
    """

    keys: Mapping[str, tuple[int, float]]
    owners: Mapping[str, frozenset[str]]
    agent: str | None
    sign: Sign
    aside: bool
    telling: bool
    turned: bool
    local: bool = False


class Reader:
    """Reads words from left to right into stretches; `knowing`: what is told is the knowing, not what is known."""

    def __init__(self, printed: Sequence[str], begins: int, *, knowing: bool, base: Sign = Sign.YES) -> None:
        """Take the words of telling and, from place `begins` on, of what is told."""
        self.printed = printed
        self.words = [word.lower().replace("’", "'") for word in printed]
        self.begins = begins
        self.knowing = knowing
        self.found: list[Stretch] = []
        self.base = self.outer = self.saved = base
        self.governor = Sign.YES
        self.opened: Turn | None = None
        self.turning = False
        self.reached = self.covered = 0
        self.sentence = self.before = 0
        self.open_stretch(base)

    # -- stretches --

    def open_stretch(self, outer: Sign, *, aside: bool = False, by: Turn | None = None) -> None:
        """Begin a stretch under a sign."""
        self.outer = outer
        self.aside = aside
        self.local = False
        self.opened = by
        self.flips = False
        self.said: Sign | None = None
        self.keys: dict[str, tuple[int, float]] = {}
        self.owners: dict[str, frozenset[str]] = {}
        self.agent: str | None = None
        self.size = 0
        self.own = 0

    @property
    def sign(self) -> Sign:
        """Where the stretch that is being read stands so far."""
        if self.said is not None:
            return self.said
        return turned(self.outer) if self.flips else self.outer

    def close(self) -> None:
        """End the stretch that is being read."""
        if self.size:
            self.found.append(
                Stretch(
                    MappingProxyType(self.keys),
                    MappingProxyType(self.owners),
                    self.agent,
                    self.sign,
                    self.aside,
                    not self.own,
                    self.turning,
                    self.local,
                )
            )

    def end_sentence(self, place: int) -> None:
        """What embeds does so to the end of its sentence; a question leaves it open, if it does not answer itself."""
        self.close()
        if self.words[place] == "?":
            sentence = " ".join(self.words[self.sentence : place + 1])
            for number in range(self.before, len(self.found)):
                self.found[number] = answered(self.found[number], sentence)
        self.sentence, self.before = place + 1, len(self.found)
        self.open_stretch(self.base)

    def resume(self) -> None:
        """Behind an aside go on where the clause stood."""
        self.close()
        self.open_stretch(self.saved)

    # -- words --

    def read(self) -> tuple[Stretch, ...]:
        """The stretches."""
        place = 0
        while place < len(self.words):
            if place == self.begins:
                self.begin_told(place)
            place += self.step(place)
        self.close()
        return tuple(self.found)

    def begin_told(self, place: int) -> None:
        """From the words of telling to what is told; a whole sentence in quotation marks speaks for itself."""
        quoted = self.words[place] in QUOTES
        rest = self.words[place:]
        whole = quoted and len(rest) > 1 and self.printed[place + 1][:1].isupper() and bool(ENDS & set(rest))
        if whole and self.opened is not None and not self.size:
            self.open_stretch(Sign.YES)
        self.base = self.outer if not quoted else Sign.YES
        self.sentence, self.before = place, len(self.found)

    def step(self, place: int) -> int:
        """Read what begins at a place; how many words it has."""
        word = self.words[place]
        if word in QUOTES:
            return 1
        if word in ENDS:
            self.end_sentence(place)
            return 1
        if word in BREAKS:
            self.close()
            self.open_stretch(self.base if word == ";" else self.outer)
            return 1
        if word == ",":
            self.comma(place)
            return 1
        found = None if self.is_name(place) else load_turns().at(self.words, place)
        if found is not None and found[0].kind != "word":
            turn, length = found
            self.size += 1
            self.turn(turn, place, length)
            self.reached = place + length
            return length
        if word in {"and", "but"}:
            self.coordinate(place)
        elif word == "that" and place and self.words[place - 1] in TAKERS:
            sign = self.sign
            self.own = 0  # "the suggestion that": it only leads on
            self.close()
            self.open_stretch(Sign.DOUBTED if sign is Sign.NO and self.said is None and self.flips else sign)
        elif word in ASKED and not self.keys and self.opened is not None and self.governor.is_against:
            self.outer = Sign.OPEN
        else:
            return self.add(place)
        return 1

    def is_name(self, place: int) -> bool:
        """Whether a word has a capital that no beginning of a sentence gave it, nor the title case of a headline."""
        if self.words[place] in DENYING:
            return False
        before = self.words[place - 1] if place else "."
        return self.printed[place][:1].isupper() and place != self.begins and before not in ENDS | QUOTES | BREAKS

    def comma(self, place: int) -> None:
        """A comma ends an aside; before "not" it begins one, before "no" another clause."""
        following = self.words[place + 1] if place + 1 < len(self.words) else ""
        if following in DENYING:
            outer = self.saved if self.aside else self.outer
            self.close()
            self.saved = outer
            self.open_stretch(outer, aside=following == "not")
        elif self.aside:
            self.resume()

    def coordinate(self, place: int) -> None:
        """The next clause: under the same words that embed, without the negations of the last."""
        following = self.words[place + 1] if place + 1 < len(self.words) else ""
        outer = self.saved if self.aside else self.outer
        if self.words[place] != "and" or following in SPEAKING:
            outer = self.base
        self.close()
        self.open_stretch(outer)

    def add(self, place: int) -> int:
        """Take a word of content; how many words it has."""
        self.size += 1
        self.own += place >= self.begins
        if place + 1 < len(self.words):
            state = state_of_two(self.printed[place], self.printed[place + 1])
            if state is not None:
                self.keys[state] = (1, STATE_WEIGHT)
                self.agent = self.agent or state
                return 2
        self.take(place)
        return 1

    def take(self, place: int) -> None:
        """Take the keys of a word."""
        found = keys_of_word(self.printed[place])
        for key, side, weight in found:
            self.keys.setdefault(key, (side, weight))
            if is_agent(key) and (self.agent is None or self.words[place - 1] == "by"):
                self.agent = key
        if self.is_name(place):
            return
        if place < self.covered:
            return
        longest, several = opposites_at(self.words, place)
        self.covered = place + longest
        for key, side, weight in several:
            self.keys.setdefault(key, (side, weight))
            self.owners[key] = self.owners.get(key, frozenset()) | {other for other, _, _ in found}

    # -- words that turn --

    def turn(self, turn: Turn, place: int, length: int) -> None:
        """Do what some words do."""
        self.turning |= turn.kind == "not" or turn.yes in set("-dop")
        self.own += place >= self.begins
        if turn.kind == "not":
            self.negate(place)
        elif turn.kind == "embed":
            self.embed(turn, place, length)
        elif turn.kind == "pred":
            self.predicate(turn, place, length)
        elif turn.kind in {"local", "aside", "if"}:
            self.set_aside(turn, place)

    def negate(self, place: int) -> None:
        """Turn the clause round; one that is judged already is another."""
        if self.said is not None or (self.words[place] == "nor" and self.flips):
            outer = self.outer
            self.close()
            self.open_stretch(outer)
        self.flips = not self.flips

    def following(self, place: int) -> str:
        """The word at a place, quotation marks not counted; a stop at the end."""
        rest = (word for word in self.words[place:] if word not in QUOTES)
        return next(rest, ".")

    def embed(self, turn: Turn, place: int, length: int) -> None:
        """Words that tell of what stands behind them; of their own clause, where nothing does."""
        sign = self.sign
        known = turn.yes == turn.no == "+"
        if known:
            self.keys["#know"] = (1, 1.0)
            if self.knowing:
                turn = Turn(turn.kind, "+", "-", turn.words)
        behind = place + length
        last = self.words[behind - 1]
        if behind != self.begins and self.following(behind) in NOTHING_BEHIND and last not in {"to", "of", "from"}:
            if self.words[place] not in SPEAKING and (turn.yes != "+" or sign is not Sign.YES):
                self.said = under(turn, sign)
            return
        self.governor = sign
        if turn.no in IMPLIED and turn.yes in IMPLIED and not known:
            if turn.yes == "+":
                self.take(place)
            if self.words[place - 1] == "to" and self.reached < place - 1 and self.keys:
                self.close()
                self.open_stretch(under(turn, sign), by=turn)
                return
            self.carry(under(turn, sign), turn)
            return
        if turn.no == "o" and not self.flips and self.is_denied():
            return  # "denied the claim that", "wrong to say that": what is claimed is denied, not the claiming
        self.close()
        self.open_stretch(under(turn, sign), by=turn)

    def is_denied(self) -> bool:
        """Whether the stretch stands under words that deny or judge what is told."""
        by = self.opened
        return by is not None and by.yes in "-d" and (by.no != "+" or by.kind == "pred")

    def carry(self, sign: Sign, turn: Turn) -> None:
        """Go on under a sign with what the clause has so far: who fails to do it is who does it not."""
        keys, owners, agent, size, own = self.keys, self.owners, self.agent, self.size, self.own
        self.open_stretch(sign, aside=self.aside, by=turn)
        self.keys, self.owners, self.agent, self.size, self.own = keys, owners, agent, size, own

    def predicate(self, turn: Turn, place: int, length: int) -> None:
        """Words that judge a whole clause; what a denial calls false it denies once."""
        if self.opened is not None and self.opened.yes in "-d" and self.is_object(place):
            return
        last = self.words[place + length - 1]
        if last in {"to", "when"} or self.following(place + length) in BEHIND_PREDICATE:
            self.governor = Sign.YES
            self.carry(under(turn, self.sign), turn)
        elif self.said is None:
            self.said = under(turn, self.sign)

    def is_object(self, place: int) -> bool:
        """Whether a place still is of the object of the words that opened the stretch."""
        return self.size <= NEAR_VERB and not VERBS & set(self.words[max(0, place - self.size) : place])

    def set_aside(self, turn: Turn, place: int) -> None:
        """Words behind which something else is told than the clause itself."""
        word = self.words[place]
        if word in ASKED and not self.keys and self.opened is not None and turn.kind == "aside":
            if self.governor.is_against or self.opened.yes == "o":
                self.outer = Sign.OPEN
            return
        outer, sign = (self.saved if self.aside else self.outer), self.sign
        embedded = self.opened is not None and not self.keys
        self.close()
        self.saved = outer
        if turn.kind == "local":
            self.open_stretch(turned(outer), aside=True)
            self.local = True
        elif turn.kind == "aside":
            self.open_stretch(Sign.YES, aside=True)
        else:
            kept = embedded and sign in {Sign.NO, Sign.DOUBTED, Sign.POSSIBLE, Sign.POSSIBLY_NOT}
            self.open_stretch(sign if kept else Sign.OPEN, aside=word == "if" and not embedded)


def answered(one: Stretch, sentence: str) -> Stretch:
    """A stretch of a question: where the question answers itself on the side of its answer, else open."""
    if RHETORICAL.match(sentence):
        return replace(one, sign=Sign.YES if one.sign.is_against else Sign.NO)
    if SELF_ANSWERED.search(sentence):
        return replace(one, sign=Sign.YES)
    return replace(one, sign=Sign.YES if one.sign.is_against else Sign.OPEN)


def parted(text: str) -> list[str]:
    """The words and marks of a text, contractions taken apart.

    >>> parted("It wasn't unaware.")
    ['It', 'was', 'not', 'not', 'aware', '.']
    """
    text = NOT_JOINED.sub(lambda found: f"{WHOLE.get(found[found.lastindex or 0].lower(), found[4])} not", text)
    text = APART.sub(lambda m: "not " if m[1] else "can not", text)
    text = load_turns().apart(text)
    return TOKEN.findall(text)


# copies are told in the same words
@functools.lru_cache(maxsize=1 << 14)
def stretches(telling: str, text: str, *, knowing: bool = False, base: Sign = Sign.YES) -> tuple[Stretch, ...]:
    """What is told, stretch by stretch, read after the words of telling.

    >>> [one.sign.value for one in stretches("rejected the suggestion", "that it had not known")][-1]
    '+'
    """
    front = parted(NARRATED.sub("", telling))
    told = parted(text)
    found = Reader(front + told, len(front), knowing=knowing, base=base).read()
    if ASKED_WHY.search(f"{telling} {text}"):
        return tuple(replace(one, sign=Sign.YES if one.sign.is_against else Sign.DOUBTED) for one in found)
    return found
