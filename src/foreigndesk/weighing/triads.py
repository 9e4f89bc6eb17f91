"""Who stands with whom: bonds of an actor with all others, triads with a third, and who carried messages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import Bond, Carrier, Cite, Tone, Triad
from foreigndesk.weighing.bounds import mean_with_bounds
from foreigndesk.weighing.relations import Act, Path, deeds_of


@dataclass(frozen=True, slots=True)
class Carriage:
    """A message carried between two actors, once: by whom, which way (TOGETHER: both were brought together)."""

    actor: str | None
    name: str
    path: Path
    day: str
    lineage: str
    cite: Cite


def judge_bond(one: str, other: str, name: str, acts: Iterable[Act]) -> Bond | None:
    """What lies between two actors, from acts that have happened; None for none."""
    deeds = deeds_of(acts)
    scale, low, high = mean_with_bounds([deed.scale for deed in deeds])
    if scale is None or low is None or high is None:
        return None
    friendly = sum(load_types()[deed.type].friendly for deed in deeds)
    return Bond(
        one,
        other,
        name,
        len(deeds),
        friendly,
        len(deeds) - friendly,
        scale,
        low,
        high,
        deeds[0].day.isoformat(),
        deeds[-1].day.isoformat(),
        tuple(dict.fromkeys(cite for deed in deeds for cite in deed.cites)),
    )


def judge_bonds(one: str, acts: Mapping[str, Sequence[Act]], names: Mapping[str, str]) -> tuple[Bond, ...]:
    """The bonds of an actor with others, by their id; those with most deeds first."""
    found = [judge_bond(one, other, names[other], several) for other, several in acts.items()]
    return tuple(sorted((bond for bond in found if bond), key=lambda bond: (-bond.events, bond.name)))


def judge_triads(
    one: str, other: str, own: Bond | None, mine: Iterable[Bond], theirs: Iterable[Bond], carriers: Iterable[Carrier]
) -> tuple[Triad, ...]:
    """The third actors that have bonds with both, those with most deeds first. `own` is the bond of the two."""
    with_other = {bond.other: bond for bond in theirs}
    carried = {carrier.actor: carrier.there + carrier.back + carrier.mediated for carrier in carriers}
    found = [
        Triad(
            bond.other,
            bond.name,
            bond,
            second,
            stands(one, other, bond.sign, second.sign),
            balance(own.sign if own else None, bond.sign, second.sign),
            carried.get(bond.other, 0),
        )
        for bond in mine
        if (second := with_other.get(bond.other)) is not None and bond.other not in {one, other}
    ]
    return tuple(sorted(found, key=lambda triad: (-(triad.with_one.events + triad.with_other.events), triad.name)))


def stands(one: str, other: str, with_one: Tone | None, with_other: Tone | None) -> str:
    """Where a third stands, in words.

    >>> stands("A", "B", Tone.FRIENDLY, Tone.HOSTILE), stands("A", "B", None, Tone.HOSTILE)
    ('with A, against B', 'against B; open with A')
    """
    if with_one is None and with_other is None:
        return "too few deeds to say"
    if with_one == with_other:
        return "with both" if with_one is Tone.FRIENDLY else "against both"
    parts = [
        f"{'with' if sign is Tone.FRIENDLY else 'against'} {name}"
        for name, sign in ((one, with_one), (other, with_other))
        if sign is not None
    ]
    open_with = one if with_one is None else other if with_other is None else None
    return ", ".join(parts) + (f"; open with {open_with}" if open_with else "")


def balance(*signs: Tone | None) -> bool | None:
    """Whether three signs are balanced: an even number of them hostile; None where one is not known.

    >>> balance(Tone.HOSTILE, Tone.FRIENDLY, Tone.HOSTILE), balance(Tone.HOSTILE, Tone.FRIENDLY, None)
    (True, None)
    """
    if any(sign is None for sign in signs):
        return None
    return sum(sign is Tone.HOSTILE for sign in signs) % 2 == 0


def judge_carriers(carriages: Iterable[Carriage]) -> tuple[Carrier, ...]:
    """Who carried messages, those who carried most first: one of a lineage, a day and a way counts once."""
    found: defaultdict[tuple[str | None, str], dict[tuple[Path, str, str], Cite]] = defaultdict(dict)
    names: dict[tuple[str | None, str], str] = {}
    for one in sorted(carriages, key=lambda one: (one.day, one.cite, one.path)):
        key = (one.actor, "" if one.actor else one.name)
        names.setdefault(key, one.name)
        found[key].setdefault((one.path, one.day, one.lineage), one.cite)
    made = [carrier_of(key[0], names[key], carried) for key, carried in found.items()]
    return tuple(sorted(made, key=lambda one: (-(one.there + one.back + one.mediated), one.name)))


def carrier_of(actor: str | None, name: str, carried: Mapping[tuple[Path, str, str], Cite]) -> Carrier:
    """A carrier with how often it went which way."""
    times = Counter(path for path, _, _ in carried)
    cites = tuple(dict.fromkeys(carried.values()))
    return Carrier(actor, name, times[Path.THERE], times[Path.BACK], times[Path.TOGETHER], cites)
