"""What a person types to find words, as an FTS5 query."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A stretch in quotation marks, straight or curly, is looked for as it stands; everything else word by word.
# No term holds a NUL, at which SQLite would stop reading the query.
TERM = re.compile(r'["“”]([^"“”\0]*)["“”]?|([^\s"“”\0]+)')


def match_of(words: str) -> str | None:
    r"""The FTS5 query for text that has all of these words, in any order; None where there is no word.

    Quotation marks hold a phrase together. Nothing else has a meaning of its own, so that "U.S.-led" or "NOT" is what
    it looks like (https://sqlite.org/fts5.html, section 3.1: a string in double quotes is a phrase).

    >>> match_of('troops “road of peace” U.S.-led')
    '"troops" "road of peace" "U.S.-led"'
    >>> match_of(" — ") is None
    True
    """
    terms = [quoted or word for quoted, word in TERM.findall(words)]
    return " ".join(f'"{term}"' for term in terms if re.search(r"\w", term)) or None


def match_any(words: Iterable[str]) -> str | None:
    """The FTS5 query for text that has any of these words; None where there is none.

    >>> match_any(["troops", "10,000"])
    '"troops" OR "10,000"'
    """
    terms = [word.replace('"', "").replace("\0", "") for word in words]
    return " OR ".join(f'"{term}"' for term in terms if re.search(r"\w", term)) or None
