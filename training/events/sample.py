"""Unlabelled news sentences: reports drawn from the training part of PolNeAR, parsed once and kept in a cache."""

import random
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin

from foreigndesk.reading.parse import load_parser, parse

TOKENS = 130_000  # ridge regression over 384 x 384 weights needs no more: about 150 reports
KEPT = range(6, 61)  # tokens of a sentence that is used


def sampled(corpus: Path, cache: Path) -> list[Doc]:
    """The reports of the sample; `corpus` is PolNeAR, `cache` a folder."""
    kept = cache / "sample.spacy"
    if kept.is_file():
        return list(DocBin().from_disk(kept).get_docs(load_parser().vocab))
    paths = sorted((corpus / "train" / "text").glob("*.txt"))
    random.Random(0).shuffle(paths)
    docs: list[Doc] = []
    while sum(map(len, docs)) < TOKENS:
        docs.append(parse(paths[len(docs)].read_text(encoding="utf-8")))
    cache.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, attrs=["ORTH", "SPACY", "SENT_START"]).to_disk(kept)
    return docs


def sentences(doc: Doc) -> Iterator[tuple[int, int]]:
    """[start, end) in tokens of the sentences that are used."""
    return ((sentence.start, sentence.end) for sentence in doc.sents if len(sentence) in KEPT)
