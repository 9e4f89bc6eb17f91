from foreigndesk.model import Span
from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements.certainty import find_certainty


def hedges(text: str, cue: str, content: str) -> tuple[list[str], str | None, list[str]]:
    doc = parse(text)
    word = next(token for token in doc if token.text == cue)
    start = text.index(content)
    found = find_certainty(text, word, [Span(start, start + len(content))])
    return [w.text for w in found.words], found.band, [w.text for w in found.distance]


def test_the_speakers_own_hedge_is_kept_verbatim_with_its_icd_203_band() -> None:
    text = "The official said it was very likely that the troops would fight."
    assert hedges(text, "said", "it was very likely that the troops would fight") == (
        ["very likely"],
        "80-95",
        [],
    )


def test_a_band_is_never_issued_for_words_outside_the_standard() -> None:
    assert hedges("The official said it might fail.", "said", "it might fail") == (["might"], None, [])


def test_two_bands_in_one_statement_give_none() -> None:
    text = "The official said it was likely, indeed very likely."
    assert hedges(text, "said", "it was likely, indeed very likely")[1] is None


def test_the_writers_distance_is_kept_apart_from_the_speakers_hedging() -> None:
    assert hedges("The official claimed the so-called pact failed.", "claimed", "the so-called pact failed") == (
        [],
        None,
        ["claimed", "so-called"],
    )


def test_the_month_of_may_is_no_hedge() -> None:
    assert hedges("The official said talks open in May.", "said", "talks open in May") == ([], None, [])


def test_the_cue_is_no_hedge_and_neither_is_would() -> None:
    assert hedges("She believes it would fail.", "believes", "it would fail") == ([], None, [])


def test_words_of_another_told_within_are_the_others() -> None:
    text = "She said that he thought it might fail."
    doc = parse(text)
    inner = Span(text.index("it might"), len(text) - 1)
    found = find_certainty(text, doc[1], [Span(text.index("that he"), len(text) - 1)], [inner])
    assert found.words == ()


def test_a_level_of_confidence_beside_the_cue_is_the_speakers() -> None:
    text = "Agencies assess with moderate confidence that it failed."
    assert hedges(text, "assess", "that it failed")[0] == ["moderate confidence"]


def test_not_knowing_is_kept_in_the_speakers_words() -> None:
    assert hedges("“We do not know yet,” she said.", "said", "“We do not know yet,”")[0] == ["do not know"]
