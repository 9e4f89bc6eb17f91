"""Reports as training batches: windows of wordpieces with role tags and links."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from foreigndesk.reading.statements.tagging.windows import CLS, SEP, Ids, Words, pack, sentence_words, split_words

from .corpus import ROLES, Annotated, Span
from .spin import Print, spoil


@dataclass(frozen=True)
class Lesson:
    """One report in words: what is annotated on which word, and how it is printed."""

    name: str
    words: Words
    print: Print
    attributions: list[dict[str, list[int]]]
    discarded: set[int]


@dataclass(frozen=True)
class Batch:
    """Padded windows. tags: batch x length x 3, -100 where nothing is asked; rows and columns mark what links count."""

    input_ids: Tensor
    attention_mask: Tensor
    shape_ids: Tensor
    tags: Tensor
    links: Tensor
    rows: Tensor
    columns: Tensor


@dataclass(frozen=True)
class Window:
    ids: list[int]
    shapes: list[int]
    firsts: list[int]  # position of each word's first wordpiece
    asked: list[bool]
    attributions: list[dict[str, list[int]]]  # word numbers inside the window


def touched(words: Words, spans: tuple[Span, ...]) -> list[int]:
    """The words that any of the spans touches."""
    found: set[int] = set()
    for start, end in spans:
        found.update(range(int(np.searchsorted(words.ends, start, "right")), int(np.searchsorted(words.starts, end))))
    return sorted(found)


def lesson(report: Annotated, sentences: list[int], tags: dict[Span, str], tokenizer: Tokenizer) -> Lesson:
    """A report in words; `sentences` are the first characters of its sentences, `tags` its parser's by place."""
    words = split_words(report.text, tokenizer)
    places = list(zip(words.starts.tolist(), words.ends.tolist(), strict=True))
    attributions = [{role: touched(words, getattr(a, role)) for role in ROLES} for a in report.attributions]
    return Lesson(
        report.name,
        words,
        Print(
            [report.text[start:end] for start, end in places],
            words.shapes,
            [tags.get(place, "") for place in places],
            frozenset(word for one in attributions for word in one["cue"]),
            sentence_words(words, sentences),
        ),
        attributions,
        set(touched(words, report.discarded)),
    )


def cut(
    lesson: Lesson, limit: int, tokenizer: Tokenizer, dice: random.Random | None, *, spoilt: bool
) -> Iterator[Window]:
    """The windows of one report; with dice the cuts move, and the words may be spoilt."""
    copy = spoil(lesson.print, dice) if dice and spoilt else lesson.print
    pieces = [
        p if new == old else tokenizer.encode(new, add_special_tokens=False).ids if new else []
        for p, new, old in zip(lesson.words.pieces, copy.words, lesson.print.words, strict=True)
    ]
    first = None if dice is None else dice.randint(limit // 4, limit)
    for start, end in pack([len(p) for p in pieces], copy.sentences, limit, first):
        ids, shapes, firsts, number = [CLS], [0], [], {}
        for word in range(start, end):
            if pieces[word]:
                number[word] = len(firsts)
                firsts.append(len(ids))
                ids += pieces[word]
                shapes += [copy.shapes[word]] * len(pieces[word])
        inside = [{r: [number[w] for w in a[r] if w in number] for r in ROLES} for a in lesson.attributions]
        if firsts:
            asked = [word not in lesson.discarded for word in number]
            yield Window([*ids, SEP], [*shapes, 0], firsts, asked, [a for a in inside if any(a.values())])


def tag(window: Window) -> Ids:
    """Word x role: 0 outside, 1 begins a span, 2 inside one."""
    tags = np.zeros((len(window.firsts), 3), dtype=np.int64)
    for attribution in window.attributions:
        for column, role in enumerate(ROLES):
            before = -2
            for word in attribution[role]:
                if not tags[word, column]:
                    tags[word, column] = 2 if word == before + 1 else 1
                before = word
    tags[~np.array(window.asked)] = -100
    return tags


def collate(windows: list[Window]) -> Batch:
    length = max(len(w.ids) for w in windows)
    size = len(windows)
    ids, mask, shapes = (np.zeros((size, length), dtype=np.int64) for _ in range(3))
    tags = np.full((size, length, 3), -100, dtype=np.int64)
    links = np.zeros((size, 3, length, length), dtype=np.float32)
    rows = np.zeros((size, 3, length), dtype=np.float32)
    columns = np.zeros((size, length), dtype=np.float32)
    for n, window in enumerate(windows):
        here = len(window.ids)
        ids[n, :here], mask[n, :here], shapes[n, :here] = window.ids, 1, window.shapes
        firsts = np.array(window.firsts)
        tags[n, firsts] = tag(window)
        columns[n, firsts[np.array(window.asked)]] = 1
        for attribution in window.attributions:
            source, cue, content = (firsts[attribution[role]] if attribution[role] else [] for role in ROLES)
            for relation, (asking, answering) in enumerate(((cue, source), (cue, content), (content, source))):
                if len(asking):
                    rows[n, relation, asking] = 1
                    if len(answering):
                        links[n, relation][np.ix_(asking, answering)] = 1
    return Batch(*(torch.from_numpy(a) for a in (ids, mask, shapes, tags, links, rows, columns)))


def shuffled(
    lessons: list[Lesson], limit: int, size: int, tokenizer: Tokenizer, dice: random.Random, *, spoilt: bool = True
) -> Iterator[Batch]:
    """One epoch: windows of alike length together, batches in random order."""
    windows = [w for one in lessons for w in cut(one, limit, tokenizer, dice, spoilt=spoilt)]
    dice.shuffle(windows)
    windows.sort(key=lambda w: len(w.ids) // 16)
    groups = [windows[i : i + size] for i in range(0, len(windows), size)]
    dice.shuffle(groups)
    yield from map(collate, groups)
