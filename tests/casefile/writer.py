"""A desk in a process of its own, for the tests: keeps invented reports until it is killed, and tells of each."""

from __future__ import annotations

import sys
from pathlib import Path

from foreigndesk.casefile import open_case
from foreigndesk.model import Reading
from tests.casefile.examples import NOON, report, statement


def main(path: Path) -> None:
    with open_case(path, write=True) as case:
        tell("open")
        for number in range(1_000_000):
            # several pages of the file in each transaction, so that a kill mostly falls into one
            talks = report(f"Talks went on for day {number}.\n\n" * 50)
            reading = Reading(talks, "reader/1", statements=(statement(talks, "Talks went on"),))
            with case.together():
                case.save_report(talks, talks.text.encode(), NOON)
                case.save_reading(reading, NOON)
            tell(talks.id)


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
