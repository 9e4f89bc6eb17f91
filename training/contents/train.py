"""Fine-tune the sentence encoder so that statements of one claim point the same way: supervised contrast over stories.

    python -m training.contents.train --encoder FOLDER --vocabulary FOLDER --out FILE [--fold N] [--seed N]

With --fold N of 3, every third topic is held out, and FILE holds its vectors too. About ten minutes on one core.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from training.contents.stories import FOLDS, Line, fold_of, load_stories
from training.statements.net import Tagger, pretrained

LONGEST = 64  # wordpieces of a statement; longer ones are cut, as at run time
TOPICS = 8  # in a batch: about 90 statements, an eighth of them of one matter
EPOCHS = 8
RATE = 8e-5
WARM = 0.1  # share of the steps in which the rate grows
HEAT = 0.05  # temperature of the contrast, as the encoder's makers used it
WHOLE, HALF = 0.7, 0.85  # of the statements that are given with speaker and cue, and with the cue at least
NEVER = -1e9


class Encoder(nn.Module):
    """A BERT encoder over a cut vocabulary: the mean of its last states, of length one."""

    def __init__(self, tagger: Tagger, kept: Tensor) -> None:
        super().__init__()
        self.word = nn.Embedding.from_pretrained(tagger.word.weight[kept], freeze=True)
        self.place = nn.Embedding.from_pretrained(tagger.place.weight[: LONGEST + 2], freeze=True)
        self.norm = tagger.norm
        self.layers = tagger.layers

    def forward(self, ids: Tensor, there: Tensor) -> Tensor:
        x = self.norm(self.word(ids) + self.place(torch.arange(ids.shape[1])))
        mask = (1.0 - there[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        weights = there[:, :, None].to(x.dtype)
        return F.normalize((x * weights).sum(1) / weights.sum(1), dim=1)


def load_tokenizer(folder: Path) -> Tokenizer:
    """The cut tokenizer, which pads and cuts."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding(pad_id=tokenizer.token_to_id("[PAD]"))
    return tokenizer


def load_encoder(encoder: Path, vocabulary: Path) -> Encoder:
    """The encoder as it is before training."""
    kept = torch.from_numpy(np.load(vocabulary / "kept.npy"))
    return Encoder(pretrained(encoder, drop=0.1), kept)


def encoded(net: Encoder, tokenizer: Tokenizer, texts: Sequence[str]) -> Tensor:
    """The vectors of some texts, a row each."""
    pieces = tokenizer.encode_batch(list(texts))
    return net(torch.tensor([one.ids for one in pieces]), torch.tensor([one.attention_mask for one in pieces]))


def all_encoded(net: Encoder, tokenizer: Tokenizer, texts: Sequence[str], batch: int = 64) -> np.ndarray:
    """The vectors of many texts, without training."""
    with torch.inference_mode():
        parts = [encoded(net, tokenizer, texts[at : at + batch]) for at in range(0, len(texts), batch)]
    return torch.cat(parts).numpy()


def given(line: Line, draw: random.Random) -> str:
    """A statement as training gives it: often without its speaker, sometimes without its cue."""
    luck = draw.random()
    if luck < WHOLE:
        return line.whole
    return " ".join(filter(None, (line.cue, line.content))) if luck < HALF else line.content


def contrast(vectors: Tensor, lines: Sequence[Line]) -> Tensor:
    """Supervised contrast: each statement against all that are not of its claim, averaged over those that are."""
    claims = [line.claim for line in lines]
    itself = torch.eye(len(lines), dtype=torch.bool)
    same = torch.tensor([[one == other for other in claims] for one in claims]) & ~itself
    near = (vectors @ vectors.T / HEAT).masked_fill(itself, NEVER)
    others = torch.logsumexp(near.masked_fill(same, NEVER), 1, keepdim=True)
    likely = near - torch.logaddexp(others, near)
    told_again = same.any(1)
    return -(likely.masked_fill(~same, 0).sum(1)[told_again] / same.sum(1)[told_again]).mean()


def train(net: Encoder, tokenizer: Tokenizer, lines: Sequence[Line], seed: int) -> None:
    """Train in place."""
    draw = random.Random(seed)
    torch.manual_seed(seed)
    topics = sorted({line.topic for line in lines})
    weights = [weight for weight in net.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.01)
    steps, step = EPOCHS * -(-len(topics) // TOPICS), 0
    net.train()
    for _ in range(EPOCHS):
        draw.shuffle(topics)
        for at in range(0, len(topics), TOPICS):
            batch = [line for line in lines if line.topic in topics[at : at + TOPICS]]
            loss = contrast(encoded(net, tokenizer, [given(line, draw) for line in batch]), batch)
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1.0, (step + 1) / (WARM * steps)) * (1 - step / steps)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(weights, 1.0)
            optimiser.step()
            step += 1
    net.eval()


def main() -> None:
    """Train, and write the weights and the vectors of all stories."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", type=int, choices=range(FOLDS))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    lines = load_stories()
    held_out = {line.topic for line in lines if fold_of(line.topic) == options.fold}
    net, tokenizer = load_encoder(options.encoder, options.vocabulary), load_tokenizer(options.vocabulary)
    train(net, tokenizer, [line for line in lines if line.topic not in held_out], options.seed)
    vectors = all_encoded(net, tokenizer, [line.whole for line in lines])
    torch.save({"weights": net.state_dict(), "vectors": vectors, "held_out": sorted(held_out)}, options.out)


if __name__ == "__main__":
    main()
