"""What finding statements keeps when the text is spoilt: PolNeAR dev, its gold carried along exactly.

    python -m evals.robustness ../shared [SPOILING ...]

Feeds carry machine-spun copies, pages with their furniture, text that lost its marks or its paragraphs. A spoiling is a
pure function from a report to edits of its text; `edited` makes all of them at once and moves every gold span. Dice are
seeded with the name of the report, so every run spoils alike, and two spoilings with the same synonyms have the same.
"""

from __future__ import annotations

import os
import random
import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from spacy.tokens import Doc

from evals.figures import Figure, print_figures
from evals.polnear import ROLES, Attribution, GoldReport, read_gold
from evals.statements import interval, load_scorer
from foreigndesk.model import Span
from foreigndesk.reading.parse import BATCH, load_parser, pieces
from foreigndesk.reading.statements import holder_of
from foreigndesk.reading.statements.attributions import find_attributions
from training.statements.spin import SYNONYMS, forms

MOST_LOST = 0.03  # of complete F1, by odd synonyms: the bar that the desk was given
Row = tuple[int, int, int, int]  # as printed: right, gold + predicted; spoilt: right, gold + predicted


# -- edits -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, order=True)
class Edit:
    """Put `words` in the place of [start, end) of a text; an insertion where start == end."""

    start: int
    end: int
    words: str


Spoiling = Callable[[GoldReport, random.Random], list[Edit]]


def edited(report: GoldReport, edits: Sequence[Edit]) -> GoldReport:
    """The report with all edits made; each gold span covers its words and what replaced them.

    What is inserted at the edge of a span stays out of it; a span of which nothing is left is dropped. Raises
    ValueError where two edits touch the same character.

    >>> old = GoldReport("x", "Ann said no.", [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}], [])
    >>> new = edited(old, [Edit(0, 0, "NEWS "), Edit(4, 8, "averred")])
    >>> [new.text[start:end] for role in new.attributions[0].values() for start, end in role]
    ['Ann', 'averred', 'no']
    """
    opens, closes = [0] * (len(report.text) + 1), [0] * (len(report.text) + 1)
    text: list[str] = []
    at = 0  # characters of the new text so far
    for start, end, words in stretches(report.text, edits):
        opens[start:end] = [at] * (end - start)  # where a span that starts at an old character starts now
        at += len(words)
        closes[start + 1 : end + 1] = [at] * (end - start)  # and where one that ends behind it ends
        text.append(words)

    def moved(spans: Sequence[Sequence[int]]) -> list[list[int]]:
        new = [[opens[start], closes[end]] for start, end in spans if start < end]
        return [[start, end] for start, end in new if start < end]

    gold = [{role: moved(spans) for role, spans in one.items()} for one in report.attributions]
    return GoldReport(report.name, "".join(text), gold, moved(report.discarded))


def stretches(text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, int, str]]:
    """(start, end, words now) in order: each edit, and each character between edits."""
    done = 0
    for edit in sorted(edits):
        if edit.start < done:
            raise ValueError(f"two edits at character {edit.start}")
        yield from ((i, i + 1, text[i]) for i in range(done, edit.start))
        yield edit.start, edit.end, edit.words
        done = edit.end
    yield from ((i, i + 1, text[i]) for i in range(done, len(text)))


def cased(words: str, model: str) -> str:
    """Words with the capitals of those they stand for."""
    if len(model) > 1 and model.isupper():
        return words.upper()
    return words[0].upper() + words[1:] if model[:1].isupper() else words


# -- synonyms ----------------------------------------------------------------------------------------------------------

# Neighbours as a thesaurus gives them to a machine. None is among those that training swapped in (training/statements/
# spin.py), and none is a word of any cue in PolNeAR train. Neighbours that tell of a deed instead ("bolster" for
# support, "desist" for refuse) are left out: what gold says would no longer be so.
UNSEEN_STEMS = {
    "accuse": "arraign incriminate reproach", "acknowledge": "accede vouchsafe", "add": "subjoin interpose adduce",
    "agree": "assent accede", "announce": "promulgate blazon communicate divulge",
    "argue": "expostulate theorize wrangle", "ask": "enquire entreat interrogate", "assert": "avouch attest",
    "believe": "conjecture deduce", "call": "christen denominate", "cite": "adduce instance",
    "claim": "avouch attest", "continue": "persevere resume", "criticize": "reprove reproach",
    "declare": "promulgate enunciate", "deny": "controvert negate disclaim", "describe": "delineate narrate",
    "emphasize": "accentuate", "encourage": "goad nudge", "expect": "envisage",
    "explain": "expound decipher disentangle", "find": "detect ascertain unearth", "hope": "pine hanker",
    "indicate": "signify denote", "insist": "vociferate avouch expostulate", "mention": "iterate adduce",
    "note": "annotate interpose narrate", "pledge": "covenant", "predict": "prophesy augur prognosticate",
    "promise": "covenant vouchsafe", "propose": "proffer", "question": "interrogate canvass", "recall": "narrate",
    "reject": "abjure disclaim", "report": "narrate relay catalog", "respond": "rejoin",
    "say": "vocalize verbalize enunciate communicate relay divulge attest", "show": "exhibit attest",
    "state": "enunciate verbalize attest", "suggest": "proffer postulate connote",
    "tell": "apprise enlighten acquaint familiarize", "think": "conjecture ruminate cogitate",
    "urge": "beseech goad nudge", "vow": "covenant", "want": "covet fancy", "warn": "forewarn presage sermonize",
    "write": "scribble inscribe",
}  # fmt: skip
UNSEEN = {
    form: [forms(other)[n] for other in others.split()]
    for verb, others in UNSEEN_STEMS.items()
    for n, form in enumerate(forms(verb))
}
WORD = re.compile(r"[^\W\d_]+")


def odd_synonyms(report: GoldReport, dice: random.Random) -> list[Edit]:
    """Cue verbs replaced by neighbours that training never saw."""
    return swapped(report, dice, UNSEEN)


def seen_synonyms(report: GoldReport, dice: random.Random) -> list[Edit]:
    """Cue verbs replaced by neighbours that training swapped in as well."""
    return swapped(report, dice, SYNONYMS)


def swapped(report: GoldReport, dice: random.Random, table: Mapping[str, Sequence[str]]) -> list[Edit]:
    """Every word of a gold cue that the table has, replaced; the same words elsewhere stay, so that gold stays true."""
    cued = {i for one in report.attributions for start, end in one["cue"] for i in range(start, end)}
    return [
        Edit(*word.span(), cased(dice.choice(table[word.group().lower()]), word.group()))
        for word in WORD.finditer(report.text)
        if word.start() in cued and word.group().lower() in table
    ]


# -- marks -------------------------------------------------------------------------------------------------------------

CURLY = dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’", "'")
DOUBLE = re.compile(r"[“”„«»\"]")
SINGLE = re.compile(r"(?<![\w’'])['‘](?=\w)[^\n‘]{1,200}?(?<=[\w.,!?…])['’](?!\w)")  # as a pair: apostrophes stay


def straight_marks(report: GoldReport, _: random.Random) -> list[Edit]:
    """All quotation marks and apostrophes straight."""
    return [Edit(i, i + 1, CURLY[mark]) for i, mark in enumerate(report.text) if mark in CURLY]


def no_marks(report: GoldReport, _: random.Random) -> list[Edit]:
    """All quotation marks lost; apostrophes stay."""
    places = {mark.start() for mark in DOUBLE.finditer(report.text)}
    for quoted in SINGLE.finditer(report.text):
        places |= {quoted.start(), quoted.end() - 1}
    return [Edit(i, i + 1, "") for i in sorted(places)]


def odd_synonyms_straight(report: GoldReport, dice: random.Random) -> list[Edit]:
    """Odd synonyms and straight marks together, as spun copies mostly have them."""
    return odd_synonyms(report, dice) + straight_marks(report, dice)


# -- furniture of a page -----------------------------------------------------------------------------------------------

KICKERS = ("THE HARBOUR COURIER", "Politics | Elections", "Courier Exclusive", "Home > News > Nation")
BYLINES = (
    "By Martha Oakes", "By MARTHA OAKES and LEON BRANDT", "Leon Brandt, Courier Staff Writer",
    "By Leon Brandt | The Harbour Courier | Updated 9:14 p.m. ET", "Martha Oakes reports from Ashford",
)  # fmt: skip
DATELINES = ("ASHFORD, Ohio (HC) — ", "WASHINGTON — ", "LONDON, Oct 4 (Courier) - ", "ASHFORD (HC) -- ")
BETWEEN = (
    "Read more: Five takeaways from a long night in Ashford", "ADVERTISEMENT", "Story continues below",
    "READ MORE: How the harbour vote could change the race", "Related: What to know before the polls open",
    "Photo: Leon Brandt / The Harbour Courier", "Sign up for the Courier's morning letter", "What comes next",
    "WATCH: Crowds gather at the harbour", "Share this article", "A question of numbers",
)  # fmt: skip
BREAK = re.compile(r"\n+(?=\S)")
HAS_DATELINE = re.compile(r"[^\n]{0,12}[A-Z]{3,}[^\n]{0,60}?(?:—|–|--| - )")
BETWEEN_RATE = 0.25  # a line after every fourth paragraph, as news sites put them


def furniture(report: GoldReport, dice: random.Random) -> list[Edit]:
    """A kicker before all, byline and dateline before the second paragraph (headlines stand first), lines between.

    Nothing is put inside a gold span, and a dateline only where there is none.
    """
    spans = [span for one in report.attributions for role in ROLES for span in one[role]]
    breaks = [m for m in BREAK.finditer(report.text) if not any(s < m.end() < e for s, e in spans)]
    edits = [Edit(0, 0, dice.choice(KICKERS) + "\n\n")]
    for n, gap in enumerate(breaks):
        if n == 0:
            dateline = "" if HAS_DATELINE.match(report.text, gap.end()) else dice.choice(DATELINES)
            edits.append(Edit(gap.end(), gap.end(), dice.choice(BYLINES) + gap.group() + dateline))
        elif dice.random() < BETWEEN_RATE:
            edits.append(Edit(gap.end(), gap.end(), dice.choice(BETWEEN) + gap.group()))
    return edits


# -- British spelling --------------------------------------------------------------------------------------------------

IZE = """agoniz antagoniz apologiz authoriz capitaliz categoriz centraliz characteriz civiliz coloniz criminiz criticiz
 crystalliz demoniz dramatiz emphasiz energiz equaliz fantasiz finaliz formaliz generaliz globaliz harmoniz hospitaliz
 idealiz idoliz immuniz incentiviz individualiz institutionaliz jeopardiz legaliz legitimiz liberaliz localiz
 marginaliz materializ maximiz memoriz minimiz mobiliz moderniz monopoliz nationaliz neutraliz normaliz optimiz
 organiz ostraciz patroniz penaliz personaliz polariz politiciz populariz prioritiz privatiz publiciz radicaliz
 rationaliz realiz recogniz revitaliz revolutioniz scrutiniz sensationaliz socializ specializ stabiliz standardiz
 stigmatiz subsidiz summariz symboliz sympathiz terroriz traumatiz trivializ unioniz vandaliz verbaliz victimiz
 visualiz weaponiz westerniz""".split()
OUR = """armor ardor behavior candor clamor color demeanor endeavor favor fervor flavor harbor honor humor labor
 neighbor odor parlor rumor savor savior splendor tumor valor vapor""".split()
STEMS = (
    {stem: stem[:-1] + "s" for stem in IZE}
    | {stem: stem[:-1] + "ur" for stem in OUR}
    | dict(
        pair.split(":")
        for pair in """analyz:analys paralyz:paralys catalyz:catalys defense:defence offense:offence pretense:pretence
        traveled:travelled traveling:travelling traveler:traveller canceled:cancelled canceling:cancelling
        labeled:labelled labeling:labelling modeled:modelled modeling:modelling counselor:counsellor fueled:fuelled
        fueling:fuelling signaled:signalled signaling:signalling quarreled:quarrelled leveled:levelled
        leveling:levelling totaled:totalled marvelous:marvellous jewelry:jewellery skillful:skilful willful:wilful
        enrollment:enrolment installment:instalment skeptic:sceptic judgment:judgement
        pediatric:paediatric leukemia:leukaemia mustache:moustache theater:theatre specter:spectre""".split()
    )
)
WHOLE = dict(
    pair.split(":")
    for pair in """program:programme programs:programmes center:centre centers:centres centered:centred fiber:fibre
    meager:meagre somber:sombre caliber:calibre catalog:catalogue dialog:dialogue gray:grey aging:ageing
    maneuver:manoeuvre maneuvers:manoeuvres maneuvered:manoeuvred maneuvering:manoeuvring plow:plough plowed:ploughed
    mom:mum moms:mums airplane:aeroplane airplanes:aeroplanes aluminum:aluminium cozy:cosy enroll:enrol fulfill:fulfil
    toward:towards learned:learnt burned:burnt dreamed:dreamt spelled:spelt gotten:got""".split()
) | {"percent": "per cent"}
# -our gives way before Latin endings: humorous, laboratory, honorary, honorific, humorist.
SPELT = re.compile(
    rf"\b(?:un|re|dis|de|over)?(?P<stem>{'|'.join(STEMS)})(?!ous|io|at|ary|ific|ist)|\b(?P<whole>{'|'.join(WHOLE)})\b",
    re.IGNORECASE,
)
STOPPED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|U\.S|U\.N|U\.K)\.(?=[ ’'][^\n])")


def british(report: GoldReport, _: random.Random) -> list[Edit]:
    """British spelling, no stops after titles and in US, UN, UK."""
    edits = [Edit(*short.span(), short.group().replace(".", "")) for short in STOPPED.finditer(report.text)]
    for match in SPELT.finditer(report.text):
        group = "stem" if match["stem"] else "whole"
        word = match[group]
        edits.append(Edit(*match.span(group), cased((STEMS | WHOLE)[word.lower()], word)))
    return edits


# -- sentences ---------------------------------------------------------------------------------------------------------

SPLIT_RATE = 0.1  # of the places of each kind
SHORT = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{1,3}(?= \w)")
FINAL_STOP = re.compile(r"(?<=[a-z]{3})\.(?=[”\"]?(?:\s|\Z))")
SENTENCE_GAP = re.compile(r"(?:(?<=[a-z]{3}[.!?])|(?<=[.!?][”\"])) (?=[A-Z“\"])")


def wrong_splits(report: GoldReport, dice: random.Random) -> list[Edit]:
    """A tenth of each: a stop put after short capitalised words, final stops lost, paragraphs joined, others cut."""
    text = report.text
    edits = [Edit(m.end(), m.end(), ".") for m in SHORT.finditer(text)]
    edits += [Edit(*m.span(), "") for m in FINAL_STOP.finditer(text)]
    edits += [Edit(*m.span(), " ") for m in BREAK.finditer(text)]
    edits += [Edit(*m.span(), "\n\n") for m in SENTENCE_GAP.finditer(text)]
    return [edit for edit in edits if dice.random() < SPLIT_RATE]


# -- measuring ---------------------------------------------------------------------------------------------------------

SPOILINGS: dict[str, Spoiling] = {
    "odd-synonyms": odd_synonyms,
    "seen-synonyms": seen_synonyms,
    "straight-marks": straight_marks,
    "no-marks": no_marks,
    "furniture": furniture,
    "british": british,
    "wrong-splits": wrong_splits,
    "odd-synonyms-straight": odd_synonyms_straight,
}


AS_PRINTED = "as-printed"
Counts = dict[str, int]


def measure(shared: Path | None) -> list[Figure]:
    """The figures on the dev split; none without the corpora."""
    return [] if shared is None else figures(shared, tuple(SPOILINGS))


def figures(shared: Path, names: Sequence[str]) -> list[Figure]:
    """Complete and match F1 as printed and under each spoiling, and the share of complete F1 that is kept."""
    reports = list(read_gold(shared / "corpora" / "polnear" / "dev"))
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), get_context("spawn")) as pool:
        versions = list(pool.map(partial(counted, shared, names), reports))
    printed = [each[AS_PRINTED] for each in versions]
    result = [figure(AS_PRINTED, key, paired(printed, printed, key)) for key in COUNTED]
    for name in names:
        spoilt = [each[name] for each in versions]
        rows = {key: paired(printed, spoilt, key) for key in COUNTED}
        result += [figure(name, key, rows[key]) for key in COUNTED]
        lost = {key: 100 * (f1_printed(rows[key]) - f1(rows[key])) for key in COUNTED}
        edits = sum(each["edits"] for each in spoilt)
        note = f"points lost: complete {lost['complete']:.1f}, match {lost['match']:.1f}; {edits} edits"
        bar = 1 - MOST_LOST / f1_printed(rows["complete"]) if name == "odd-synonyms" else None
        result.append(figure(name, "kept", rows["complete"], bar, note))
    return result


COUNTED = {"complete": "src.dice", "match": "match"}  # figure -> what the scorer counts as right


def counted(shared: Path, names: Sequence[str], report: GoldReport) -> dict[str, Counts]:
    """The scorer's counts of one report as printed and under each spoiling, each with the number of its edits.

    All versions are parsed together: most paragraphs of a spoilt report are as printed.
    """
    edits = {name: SPOILINGS[name](report, random.Random(report.name)) for name in names} | {AS_PRINTED: []}
    versions = {name: edited(report, some) for name, some in edits.items()}
    found = {text: outermost(doc, text) for text, doc in parsed({v.text for v in versions.values()}).items()}
    count = load_scorer(shared).count
    return {
        name: count(new.text, new.attributions, found[new.text], new.discarded) | {"edits": len(edits[name])}
        for name, new in versions.items()
    }


def parsed(texts: Collection[str]) -> dict[str, Doc]:
    """Each text as `parse` parses it, paragraphs that several have once; without entities, which nothing here needs."""
    parser = load_parser()
    cut = {text: list(pieces(text)) for text in texts}
    once = list(dict.fromkeys(chain.from_iterable(cut.values())))
    docs = dict(zip(once, parser.pipe(once, batch_size=BATCH, disable=["ner"]), strict=True))
    whole = {text: [docs[piece] for piece in cut[text]] for text in texts}
    return {text: Doc.from_docs(parts, ensure_whitespace=False) or parser.make_doc("") for text, parts in whole.items()}


def outermost(doc: Doc, text: str) -> list[Attribution]:
    """The outermost attributions found in a text (the Doc's), in the scorer's form."""
    found = find_attributions(doc, text)
    return [
        {"source": bare(one.speaker), "cue": bare(one.cue), "content": bare(one.content)}
        for i, one in enumerate(found)
        if holder_of(i, found) is None
    ]


def bare(spans: Sequence[Span]) -> list[list[int]]:
    """[start, end] of spans."""
    return [[span.start, span.end] for span in spans]


def paired(printed: Sequence[Mapping[str, int]], spoilt: Sequence[Mapping[str, int]], key: str) -> list[Row]:
    """For each report what is right and what there is, as printed and spoilt."""
    right = COUNTED[key]
    return [
        (a[right], a["gold"] + a["pred"], b[right], b["gold"] + b["pred"]) for a, b in zip(printed, spoilt, strict=True)
    ]


def f1_printed(rows: Sequence[Row]) -> float:
    """F1 as printed: twice what is right, over gold and predicted together."""
    return 2 * sum(row[0] for row in rows) / (sum(row[1] for row in rows) or 1)


def f1(rows: Sequence[Row]) -> float:
    """F1 of the spoilt reports."""
    return 2 * sum(row[2] for row in rows) / (sum(row[3] for row in rows) or 1)


def kept(rows: Sequence[Row]) -> float:
    """The share of F1 that is kept."""
    return f1(rows) / (f1_printed(rows) or 1)


def figure(name: str, key: str, rows: Sequence[Row], bar: float | None = None, note: str = "") -> Figure:
    """One figure of one spoiling, with its interval over reports (the same reports drawn printed and spoilt)."""
    value = kept if key == "kept" else f1
    bar = None if bar is None else round(bar, 4)
    return Figure(f"robustness.{name}.{key}", round(value(rows), 4), bar, len(rows), interval(rows, value), note)


if __name__ == "__main__":
    print_figures(figures(Path(sys.argv[1]), sys.argv[2:] or tuple(SPOILINGS)))
