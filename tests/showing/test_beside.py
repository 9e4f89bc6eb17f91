"""Two reports beside each other: nothing of either is lost, and what is shared stands in one row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Cite, Kinship, KinshipKind, Report, Shared
from foreigndesk.showing.beside import Pair, beside, compared

LEFT = "A machine wrote this.\n\nThe envoys met on Monday in Geneva.\n\nOnly here."
RIGHT = "The envoys met on Tuesday in Geneva.\n\nOnly there."


def report(name: str, text: str) -> Report:
    return Report(name, f"{name}.txt", text)


def kin() -> Kinship:
    here = LEFT.index("The envoys")
    shared = Shared(Cite("l", here, here + 34), Cite("r", 0, 35))
    return Kinship("l", "r", KinshipKind.REWRITE, 0.6, (shared,), ())


def words(pairs: tuple[Pair, ...], side: str) -> str:
    return "".join(run.text for pair in pairs for run in getattr(pair, side) or ())


def test_a_shared_passage_stands_in_one_row_with_its_other_words_apart() -> None:
    found = beside(report("l", LEFT), report("r", RIGHT), kin())
    row = next(pair for pair in found.pairs if pair.left_span and pair.right_span and pair.left_span.start == 23)
    assert [run.text for run in row.left or () if not run.shared] == ["Monday"]
    assert [run.text for run in row.right or () if not run.shared] == ["Tuesday"]


def test_what_stands_in_one_only_is_put_across_from_what_the_other_has_there() -> None:
    found = beside(report("l", LEFT), report("r", RIGHT), kin())
    last = found.pairs[-1]
    assert "".join(run.text for run in last.left or ()) == "Only here."
    assert "".join(run.text for run in last.right or ()) == "Only there."
    assert found.pairs[0].right is None


def test_seen_from_the_other_side_it_is_the_same_the_other_way_round() -> None:
    one = beside(report("l", LEFT), report("r", RIGHT), kin())
    other = beside(report("r", RIGHT), report("l", LEFT), kin())
    assert words(one.pairs, "left") == words(other.pairs, "right")


def test_without_kinship_both_texts_are_shown() -> None:
    found = beside(report("l", LEFT), report("r", RIGHT), None)
    assert words(found.pairs, "left").count("envoys") == 1
    assert words(found.pairs, "right").count("envoys") == 1


def test_very_long_reports_are_shown_in_part_and_say_how_much_is_left_out() -> None:
    text = "\n\n".join(f"Line {number}." for number in range(900))
    found = beside(report("l", text), report("r", text), None)
    assert (len(found.pairs), found.left_out) == (400, 500)


@given(st.text("ab \n.“”", max_size=60), st.text("ab \n.“”", max_size=60))
def test_runs_add_up_to_the_words_compared(one: str, other: str) -> None:
    left, right = compared(one, other)
    assert "".join(run.text for run in left) == one
    assert "".join(run.text for run in right) == other
    assert "".join(run.text.casefold() for run in left if run.shared) == "".join(
        run.text.casefold() for run in right if run.shared
    )
