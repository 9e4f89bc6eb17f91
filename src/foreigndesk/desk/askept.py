"""The wordings of a case file with their ties and groups, loaded as far as somebody asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from foreigndesk.casefile import CaseFile
from foreigndesk.casefile.claims import Heard
from foreigndesk.weighing.gathering import Group, Wording
from foreigndesk.weighing.nearness import Tie


class AsKept:
    """What is kept of wordings: `claims` is the claim of each that was asked for, `told` its tellings, by key."""

    def __init__(self, case: CaseFile) -> None:
        """Nothing is loaded yet."""
        self._kept = case.gathering
        self.claims: dict[str, str | None] = {}
        self.told: dict[str, list[Heard]] = {}
        self._members: defaultdict[str, set[str]] = defaultdict(set)
        self._tied: set[str] = set()
        self._ties: list[Tie] = []

    def whole(self, keys: Iterable[str]) -> set[str]:
        """Some wordings with all others of the claims they were in."""
        asked = set(keys)
        found = self._kept.load_companions(asked - self.claims.keys())
        self.claims |= found
        for key, claim in found.items():
            if claim is not None:
                self._members[claim].add(key)
        claims = {claim for key in asked if (claim := self.claims.get(key))}
        return asked.union(*(self._members[claim] for claim in claims))

    def is_group(self, keys: Group) -> bool:
        """Whether some wordings that were asked for were a claim."""
        claim = self.claims[keys[0]]
        return claim is not None and self._members[claim] == set(keys)

    def ties(self, keys: AbstractSet[str]) -> Sequence[Tie]:
        """All ties of some wordings, and those that were asked for before."""
        new = (Tie(*row) for row in self._kept.load_closenesses(keys - self._tied))
        self._ties += [tie for tie in new if tie.one not in self._tied and tie.other not in self._tied]
        self._tied |= keys
        return self._ties

    def wordings(self, keys: AbstractSet[str]) -> Mapping[str, Wording]:
        """Some wordings by key."""
        new = keys - self.told.keys()
        self.told |= {key: [] for key in new}
        for one in self._kept.load_tellings(new):
            self.told[one.wording].append(one)
        return {key: Wording(key, tuple(one.cite for one in self.told[key])) for key in keys}
