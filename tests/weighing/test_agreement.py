"""Agreement, counted from corrections."""

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Correction, Subject, Verdict
from foreigndesk.weighing.agreement import judge_analysts, judge_desk


def said(by: str, finding: str, verdict: Verdict, made: str = "1", fields: tuple[str, ...] = ()) -> Correction:
    return Correction(f"v-{by}{finding}{made}", "a", Subject.EVENT, "r", finding, verdict, by, made, fields=fields)


A, R, E, N = Verdict.ACCEPT, Verdict.REJECT, Verdict.EDIT, Verdict.ADD


def test_the_last_word_on_a_finding_counts_once() -> None:
    (found,) = judge_desk(
        [said("Ana", "e-1", A, "1"), said("Ana", "e-1", R, "2"), said("Ana", "e-2", E, "1", ("type",))]
    )
    assert (found.right, found.changed, found.wrong, found.added, found.kept) == (0, 1, 1, 0, 0.5)
    assert found.fields == (("type", 1),)


def test_what_was_added_is_no_finding_of_the_desk() -> None:
    (found,) = judge_desk([said("Ana", "e-1", N), said("Ben", "e-1", A, "2")])
    assert (found.right, found.added, found.kept) == (0, 1, None)


def test_kappa_takes_chance_away() -> None:
    # both say right of half: 0.5 alike by chance, 0.75 in fact
    ana = [said("Ana", f"e-{n}", A if n < 2 else R) for n in range(4)]
    ben = [said("Ben", f"e-{n}", A if n < 1 or n == 3 else R) for n in range(4)]
    (found,) = judge_analysts([*ana, *ben])
    assert (found.both, found.alike, found.kappa) == (4, 0.5, 0.0)
    assert found.apart == ("e-1", "e-3")


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("1234"), st.sampled_from([A, R, E])), max_size=30))
def test_agreement_does_not_depend_on_who_is_named_first(rows: list[tuple[str, str, Verdict]]) -> None:
    made = [said(by, finding, verdict, str(place)) for place, (by, finding, verdict) in enumerate(rows)]
    for pair in judge_analysts(made):
        assert pair.alike is not None
        assert 0 <= pair.alike <= 1
        assert pair.kappa is None or -1 <= pair.kappa <= 1
        assert len(pair.apart) == round(pair.both * (1 - pair.alike))
    assert judge_analysts(made) == judge_analysts(list(reversed(made)))
