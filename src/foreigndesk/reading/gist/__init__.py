"""The gist of what is said: a small vector, near that of other words for the same claim (weights/MODEL_CARD.md).

How the weights are made: training/contents. Not a step of reading a report: the desk asks for the gists of statements
when it weighs them, and keeps them by their words, so that copies cost nothing.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np

GIST_VERSION = "gist-1"  # vectors of two versions are never compared
WIDTH = 192
LONGEST = 64  # wordpieces, as in training: the head of a long content says what it is about
HIGHEST = 127  # of a signed byte


class Gists:
    """The encoder of a folder with gist.onnx and tokenizer.json, on one thread."""

    def __init__(self, folder: Path) -> None:
        """Load graph and tokenizer."""
        # here, as whoever finds every gist kept needs neither
        import onnxruntime as ort  # noqa: PLC0415
        from tokenizers import Tokenizer  # noqa: PLC0415

        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = ort.InferenceSession(str(folder / "gist.onnx"), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)

    def of(self, text: str) -> bytes:
        """The gist of a text, a signed byte for each of WIDTH numbers; its length says nothing."""
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        (vector,) = self._session.run(["gist"], {"input_ids": ids})
        scaled = np.rint(vector / (np.abs(vector).max() or 1.0) * HIGHEST)
        made: bytes = scaled.astype(np.int8).tobytes()
        return made


@functools.cache
def load_gists() -> Gists:
    """The encoder with the weights that ship; loaded once a process."""
    with as_file(files(__name__) / "weights") as folder:
        return Gists(folder)


def find_gists(texts: Iterable[str]) -> Iterator[bytes]:
    """The gist of each of some texts: speaker, words of telling and what is told, in one line.

    >>> ours, same, other = (np.frombuffer(gist, np.int8).astype(float) for gist in find_gists([
    ...     "The ministry said shells had hit the market",
    ...     "the rebels denied firing on the traders",
    ...     "the bank expects growth of four percent"]))
    >>> bool(ours @ same > ours @ other)
    True
    """
    gists = load_gists()
    return (gists.of(text) for text in texts)
