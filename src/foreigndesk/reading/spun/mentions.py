"""Speakers of a spun report under their restored names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from foreigndesk.model import Mention, Name, Statement


def restore_mentions(statements: Sequence[Statement], names: Sequence[Name]) -> tuple[Statement, ...]:
    """The statements with restored names of those who speak, are spoken to and carry; the print stays as it is.

    >>> from foreigndesk.model import Mention
    >>> restored(Mention("he", name="Ana Frosty"), {"Ana Frosty": "Ana Frost"}).name
    'Ana Frost'
    """
    meant = {name.printed: name.restored for name in names if name.restored}
    if not meant:
        return tuple(statements)
    return tuple(
        replace(
            statement,
            speaker=restored(statement.speaker, meant),
            addressees=tuple(restored(one, meant) for one in statement.addressees),
            via=tuple(restored(one, meant) for one in statement.via),
        )
        for statement in statements
    )


def restored(mention: Mention, meant: Mapping[str, str]) -> Mention:
    """A mention by its restored name, if it goes by one that is."""
    name = meant.get(mention.name or "")
    return replace(mention, restored=name, name=name) if name else mention
