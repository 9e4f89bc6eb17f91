"""Takes a folder into a case file and tells each step as a line of JSON: the process behind a drop.

python -m foreigndesk.workbench.taking CASE FOLDER OUTLET PUBLISHED
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from foreigndesk.casefile import open_case
from foreigndesk.desk.collect import Step, collect
from foreigndesk.errors import DeskError
from foreigndesk.intake import Overrides
from foreigndesk.reading.reader import Reader


def tell(step: Step) -> None:
    """One step as a line."""
    setbacks = [f"{each.what}. {each.hint}".strip() for each in step.setbacks]
    line({"path": step.path, "outcome": step.outcome.value, "report": step.report, "setbacks": setbacks})


def line(told: dict[str, object]) -> None:
    """A line of JSON on standard output, at once."""
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def main(path: str, folder: str, outlet: str, published: str) -> int:
    """Take the folder in; the exit status."""
    try:
        with open_case(Path(path), write=True) as case:
            collect(case, [folder], Overrides(outlet=outlet or None, published=published or None), Reader(), tell)
    except DeskError as error:
        line({"trouble": f"{error.message}. {error.hint}"})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
