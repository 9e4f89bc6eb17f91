"""The encoder's vocabulary, cut to the wordpieces that news uses: the rest is spelled in smaller pieces.

    python -m training.contents.vocabulary --encoder FOLDER --corpora DIR --out FOLDER

Counts PolNeAR's training reports, the sentences of PLV and AW, the stories and the names of the lexicon.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from training.contents.stories import load_stories
from training.statements.corpus import read_corpus

SIZE = 8000  # pieces: of 16,600 that the counted texts use; AP of the fine-tuned vectors 0.496, with all pieces 0.512
FRAME = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
OF_STORIES, OF_NAMES = 3, 1  # what a text of each counts beside one of the corpora
TABLES = ("states", "bodies", "organisations", "groups", "concepts", "roles")


def texts(corpora: Path) -> Iterator[tuple[str, int]]:
    """The texts that are counted, and what each counts."""
    for report in read_corpus(corpora / "polnear" / "train"):
        yield report.text, 1
    for name in ("PLV_train.tsv", "AW_train.tsv"):
        for row in (corpora / "plover" / name).read_text(encoding="utf-8").splitlines():
            yield row, 1
    for line in load_stories():
        yield f"{line.speaker} {line.cue} {line.content}", OF_STORIES
    for table in TABLES:
        file = files("foreigndesk.lexicon") / "data" / f"{table}.csv"
        for named in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
            yield " ".join(value for column, value in named.items() if value and column != "origin"), OF_NAMES


def kept(tokenizer: Tokenizer, corpora: Path) -> list[int]:
    """The ids of the pieces that are kept: the frame, single letters and signs, then the most frequent."""
    counts: Counter[int] = Counter()
    for text, worth in texts(corpora):
        for piece, often in Counter(tokenizer.encode(text).ids).items():
            counts[piece] += worth * often
    must = [
        number
        for piece, number in tokenizer.get_vocab().items()
        if piece in FRAME or (len(piece.removeprefix("##")) == 1 and piece.isascii())
    ]
    rest = [number for number, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0])) if number not in must]
    return sorted(must + rest[: SIZE - len(must)])


def cut(definition: dict[str, Any], pieces: list[str]) -> dict[str, Any]:
    """A tokenizer's definition with these pieces only, numbered anew."""
    number = {piece: place for place, piece in enumerate(pieces)}
    made = {**definition, "truncation": None, "padding": None}
    made["model"] = {**definition["model"], "vocab": number}
    made["added_tokens"] = [
        {**token, "id": number[token["content"]]} for token in definition["added_tokens"] if token["content"] in number
    ]
    specials = {
        piece: {**special, "ids": [number[token] for token in special["tokens"]]}
        for piece, special in definition["post_processor"]["special_tokens"].items()
    }
    made["post_processor"] = {**definition["post_processor"], "special_tokens": specials}
    return made


def main() -> None:
    """Write OUT/tokenizer.json and OUT/kept.npy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    file = options.encoder / "tokenizer.json"
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    numbers = kept(tokenizer, options.corpora)
    pieces = [tokenizer.id_to_token(number) for number in numbers]
    made = cut(json.loads(file.read_text(encoding="utf-8")), pieces)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "tokenizer.json").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    np.save(options.out / "kept.npy", np.array(numbers))


if __name__ == "__main__":
    main()
