from tests.reading.statements.resolving import name, resolve

TALK = """Interview with Ada Lund, the Swedish envoy

Ada Lund spoke to us on Monday.

Q: Will talks go on?

A: I hope so. We need them.

Q: Since when?

LUND: I cannot say."""


def test_i_in_an_answer_is_who_is_interviewed() -> None:
    assert [name(TALK, "I", nth=2), name(TALK, "We")] == ["Ada Lund", "Ada Lund"]


def test_a_label_is_the_one_it_names() -> None:
    resolved, sourcing = resolve(TALK, "LUND")
    assert (resolved.mention.name, sourcing.kind) == ("Ada Lund", "named")


def test_i_in_an_opinion_piece_is_the_one_told_of_under_it() -> None:
    text = "I know why talks failed.\n\nNobody wanted them.\n\nAda Lund is a fellow at a university in Oslo."
    assert name(text, "I") == "Ada Lund"
