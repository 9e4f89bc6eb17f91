"""What the encoder said before it became the statement tagger, of every token of the sample.

    python -m training.events.teacher --polnear DIR --cache DIR

Needs torch and the encoder's wheel (training/statements/requirements.txt); everything else here needs neither. The
states are those of lone sentences, a token's being the mean over its wordpieces.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from foreigndesk.reading.statements.tagging.windows import CLS, SEP, load_tokenizer

from ..statements.net import Tagger, pretrained
from ..statements.train import packaged
from .sample import sampled, sentences

BATCH = 16


def states(net: Tagger, texts: list[list[int]]) -> list[np.ndarray]:
    """The last hidden states of some sentences' wordpieces."""
    longest = max(map(len, texts)) + 2
    ids, mask = torch.zeros(len(texts), longest, dtype=torch.long), torch.zeros(len(texts), longest)
    for row, text in enumerate(texts):
        ids[row, : len(text) + 2] = torch.tensor([CLS, *text, SEP])
        mask[row, : len(text) + 2] = 1
    x = net.norm(net.word(ids) + net.place(torch.arange(longest)))
    for layer in net.layers:
        x = layer(x, (1 - mask[:, None, None, :]) * -1e4)
    return [x[row, 1 : 1 + len(text)].numpy() for row, text in enumerate(texts)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    encoder = packaged()
    net, tokenizer = pretrained(encoder, 0.0).eval(), load_tokenizer(encoder / "tokenizer.json")
    docs = sampled(args.polnear, args.cache)
    kept = [(n, start, end) for n, doc in enumerate(docs) for start, end in sentences(doc)]
    kept.sort(key=lambda one: one[2] - one[1])
    told = [np.zeros((len(doc), 384), np.float16) for doc in docs]
    with torch.no_grad():
        for at in range(0, len(kept), BATCH):
            part = kept[at : at + BATCH]
            cut = [tokenizer.encode(docs[n][start:end].text, add_special_tokens=False) for n, start, end in part]
            for (n, start, end), encoded, rows in zip(part, cut, states(net, [one.ids for one in cut]), strict=True):
                offsets = np.array(encoded.offsets) + docs[n][start].idx
                for token in docs[n][start:end]:
                    touched = (offsets[:, 0] < token.idx + len(token)) & (offsets[:, 1] > token.idx)
                    if touched.any():
                        told[n][token.i] = rows[touched].mean(0)
    np.savez(args.cache / "teacher.npz", np.concatenate(told))


if __name__ == "__main__":
    main()
