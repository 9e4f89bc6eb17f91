"""Who stands with whom. The events are invented."""

from __future__ import annotations

import datetime as dt

from foreigndesk.model import Bond, Cite, Tone
from foreigndesk.weighing.relations import Path
from foreigndesk.weighing.triads import Carriage, judge_bonds, judge_carriers, judge_triads
from tests.weighing.test_relations import DAY, act


def bond(one: str, other: str, scale: float) -> Bond:
    days = ("2024-01-01", "2024-02-01")
    return Bond(one, other, other, 9, 0, 0, scale, scale - 1, scale + 1, *days, cites=(Cite("r-1", 0, 1),))


def test_a_bond_has_a_sign_only_where_its_deeds_bear_it_out() -> None:
    one_deed = judge_bonds("A", {"C": [act("ASSAULT", DAY)]}, {"C": "C"})
    many = [act("ASSAULT", DAY + dt.timedelta(n)) for n in range(6)]
    assert one_deed[0].sign is None
    assert judge_bonds("A", {"C": many}, {"C": "C"})[0].sign is Tone.HOSTILE


def test_bonds_with_most_deeds_come_first() -> None:
    acts = {"C": [act("AID", DAY)], "D": [act("AID", DAY), act("CONSULT", DAY)]}
    assert [one.other for one in judge_bonds("A", acts, {"C": "C", "D": "D"})] == ["D", "C"]


def test_a_friend_of_one_enemy_of_the_other_is_told_so_and_is_balanced_if_they_are_enemies() -> None:
    (triad,) = judge_triads("A", "B", bond("A", "B", -5), [bond("A", "C", 5)], [bond("B", "C", -5)], ())
    assert (triad.stands, triad.balanced) == ("with A, against B", True)


def test_a_friend_of_two_enemies_is_unbalanced() -> None:
    (triad,) = judge_triads("A", "B", bond("A", "B", -5), [bond("A", "C", 5)], [bond("B", "C", 5)], ())
    assert (triad.stands, triad.balanced) == ("with both", False)


def test_without_a_sign_between_the_two_it_stays_open() -> None:
    (triad,) = judge_triads("A", "B", None, [bond("A", "C", 5)], [bond("B", "C", 5)], ())
    assert triad.balanced is None


def test_messages_are_counted_by_who_carried_them_and_which_way_copies_once() -> None:
    first = Carriage("OMN", "Oman", Path.THERE, "2024-01-01", "l-1", Cite("r-1", 0, 4))
    copy = Carriage("OMN", "Oman", Path.THERE, "2024-01-01", "l-1", Cite("r-2", 0, 4))
    back = Carriage("OMN", "Muscat", Path.BACK, "2024-01-03", "l-2", Cite("r-3", 0, 4))
    brought = Carriage(None, "the bishop", Path.TOGETHER, "2024-01-04", "l-3", Cite("r-4", 0, 4))
    oman, bishop = judge_carriers([brought, copy, back, first])
    assert (oman.name, oman.there, oman.back, oman.mediated) == ("Oman", 1, 1, 0)
    assert (bishop.name, bishop.mediated) == ("the bishop", 1)
