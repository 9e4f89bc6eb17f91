"""Pages of a long list."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from foreigndesk.workbench.asking import asked_number
from foreigndesk.workbench.templating import query_of


@dataclass(frozen=True, slots=True)
class Pager:
    """Which page of a list this is, of how many; `to` gives the address of another."""

    number: int
    size: int
    total: int
    what: str
    name: str
    query: tuple[tuple[str, str], ...]

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(-(-self.total // self.size), 1)

    @property
    def after(self) -> int:
        """How many lines stand before this page."""
        return (self.number - 1) * self.size

    def to(self, number: int) -> str:
        """The address of a page of the same list, all else as it is asked for."""
        values: dict[str, object] = {name: value for name, value in self.query if name != self.name}
        return query_of({**values, self.name: number if number > 1 else None}) or "?"


def asked_page(request: Request, what: str, size: int, total: int = 0, name: str = "page") -> Pager:
    """The page asked for, the first if none is; `total` may be put in later by `of`. Raises WrongAddress."""
    number = asked_number(request, name) or 1
    return Pager(number, size, total, what, name, tuple(request.query_params.multi_items()))


def of(pager: Pager, total: int) -> Pager:
    """The same with the number of lines that the whole list has."""
    return Pager(pager.number, pager.size, total, pager.what, pager.name, pager.query)
