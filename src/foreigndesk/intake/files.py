"""Files at a path: which are read, in which order, and why one cannot be."""

from __future__ import annotations

import errno
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from foreigndesk.intake.formats.known import FORMATS, Format
from foreigndesk.model import Setback


def files_at(path: str) -> Iterator[tuple[str, Format | None] | Setback]:
    """The files at a path given by name, each with its format (None: to be found out), in order; or a Setback."""
    if path == "-":
        yield path, None
        return
    place = Path(path)
    try:
        kind = place.stat().st_mode
    except (OSError, ValueError) as error:
        yield unreadable(place, error)
        return
    if stat.S_ISDIR(kind):
        yield from _folder(place)
    elif not stat.S_ISREG(kind):
        yield Setback(printable(path), "intake", "neither a file nor a folder", hint="pipe it in, with - for its name")
    elif form := FORMATS.get(place.suffix.lower()):
        yield str(place), form
    else:
        what = f"unknown format (suffix: {place.suffix or 'none'})"
        yield Setback(printable(path), "intake", printable(what), hint=f"known are {' '.join(FORMATS)}")


def _folder(top: Path) -> Iterator[tuple[str, Format] | Setback]:
    """The files of a folder and its subfolders that are of a known format, by name; each folder is read once."""
    waiting = [top]
    read = set()
    found = 0
    while waiting:
        place = waiting.pop()
        form = FORMATS.get(place.suffix.lower())
        try:
            seen = place.stat()
            if stat.S_ISDIR(seen.st_mode):
                # a link may lead back to a folder above it
                if (seen.st_dev, seen.st_ino) not in read:
                    read.add((seen.st_dev, seen.st_ino))
                    waiting += reversed(_inside(place))
            elif stat.S_ISREG(seen.st_mode) and form:
                found += 1
                yield str(place), form
        except OSError as error:
            if form or not place.is_symlink():
                found += 1
                yield unreadable(place, error)
    if not found:
        yield Setback(printable(str(top)), "intake", "a folder without reports", hint=f"known are {' '.join(FORMATS)}")


def _inside(folder: Path) -> list[Path]:
    """What is in a folder, by name, without hidden files and the folder that a browser saves beside a page."""
    names = sorted(each.name for each in folder.iterdir() if not each.name.startswith("."))
    pages = {Path(name).stem for name in names if Path(name).suffix.lower() in {".html", ".htm"}}
    return [folder / name for name in names if not (name.endswith("_files") and name.removesuffix("_files") in pages)]


def unreadable(place: Path, error: OSError | ValueError) -> Setback:
    """The Setback for a path that the system does not let us read."""
    code = error.errno if isinstance(error, OSError) else None
    what, hint = {
        errno.ENOENT: ("there is no such file or folder", "check the path; relative ones start at the current folder"),
        errno.EACCES: ("no permission to read it", "ask its owner, or run: chmod u+r FILE"),
        errno.ELOOP: ("a link that leads round in a circle", "remove the link, or point it at a file"),
    }.get(
        code or 0,
        (f"cannot be read: {(isinstance(error, OSError) and error.strerror) or error}", "check path and disk"),
    )
    if code == errno.ENOENT and place.is_symlink():
        what, hint = "a link that leads nowhere", "remove the link, or point it at a file"
    return Setback(printable(str(place)), "intake", what, hint=hint)


def printable(path: str) -> str:
    """A path that can be stored: what is no character in it (bytes that are not UTF-8) becomes U+FFFD."""
    return re.sub("[\ud800-\udfff\0]", "\ufffd", path)
