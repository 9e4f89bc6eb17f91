"""Print every figure beside its bar and floor; fail below a floor.

    python -m evals [--corpora ../shared] [--only TOPIC ...] [--raise-floors]

Without the corpora only what rests on the project's own gold is measured. Floors (evals/floors.json) only ever rise:
--raise-floors writes what was measured where it is higher, and never lowers one.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
from pathlib import Path

from evals.figures import Figure, print_figures

TOPICS = (
    "dates",
    "statements",
    "robustness",
    "fields",
    "events",
    "kinship",
    "spun",
    "voices",
    "claims",
    "weighing",
    "speed",
)
FLOORS = Path(__file__).parent / "floors.json"
# Ratios of times differ from machine to machine, a share kept falls when the clean figure rises, and a share of the
# events found falls when harder ones are found too: shown, not pinned.
UNPINNED = re.compile(
    r"speed\.|.*\.kept$|events\.gold\.(type|actor|recipient|mode|auxiliary|date|place|via)$|.*\.bare-right-of-found$"
    # counts of errors, and figures of none
    r"|claims\.strangers|.*clean\.restored(\.unseen|\.fresh)?$|weighing\.forecasts\.unseen|.*direction_sure$"
)
SLACK = 0.0005  # figures are pinned to three decimals


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--only", nargs="+", choices=TOPICS, default=TOPICS)
    parser.add_argument("--raise-floors", action="store_true")
    wanted = parser.parse_args()
    shared = wanted.corpora if (wanted.corpora / "corpora").is_dir() else None
    if shared is None:
        print("No corpora found: only the project's own gold is measured (see --corpora).", file=sys.stderr)
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    measured: list[Figure] = []
    for topic in wanted.only:
        figures = importlib.import_module(f"evals.{topic}").measure(shared)
        print_figures(figures, floors)
        measured += figures
    fallen = [f for f in measured if f.value < floors.get(f.name, f.value) - SLACK]
    for figure in fallen:
        print(f"below its floor: {figure.name} {figure.value:.4f} < {floors[figure.name]:.4f}", file=sys.stderr)
    if wanted.raise_floors and not fallen:
        pinned = [f for f in measured if not UNPINNED.match(f.name)]
        floors |= {f.name: round(max(f.value, floors.get(f.name, f.value)), 3) for f in pinned}
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
