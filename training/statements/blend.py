"""Blend weights with those that they were trained on from: python -m training.statements.blend FIRST SECOND --out FILE.

Between the two lie weights that keep more of what the first knew of clean print, and most of what the second learnt of
spoilt print (Wortsman et al. 2022, Robust fine-tuning of zero-shot models).
"""

import argparse
from pathlib import Path

import torch


def blend(first: Path, second: Path, share: float, out: Path) -> None:
    """Write weights of which `share` is the second's."""
    old, new = (torch.load(path, weights_only=True) for path in (first, second))
    torch.save({name: torch.lerp(old[name].float(), new[name].float(), share) for name in old}, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--share", type=float, default=0.65)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    blend(args.first, args.second, args.share, args.out)


if __name__ == "__main__":
    main()
