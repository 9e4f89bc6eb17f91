"""How well forecasts and silences are read in the passages to develop on; those held back are only counted.

Run as `python -m training.ahead.measure [--show forecasts|silences]`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from evals.weighing import Row, judge_forecasts, judge_silences

HERE = Path(__file__).parent


def load(name: str) -> list[Row]:
    """The passages of one file."""
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def main() -> None:
    """Print every figure; with `--show` also what is missed or false."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", choices=("forecasts", "silences"), default="")
    wanted = parser.parse_args().show
    for name, judge in (("forecasts", judge_forecasts), ("silences", judge_silences)):
        for half, rows in (("dev", load(name)), ("held", load(f"{name}_held"))):
            for figure in judge(rows, half, half == "dev" and name == wanted):
                print(f"{figure.name:40} {figure.value:.3f}  n={figure.n}")


if __name__ == "__main__":
    main()
