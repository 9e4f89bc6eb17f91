from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.reading.statements.quotations import find_quotations


def quoted(text: str) -> list[list[str]]:
    return [[text[part.start : part.end] for part in q.parts] for q in find_quotations(text)]


def test_curly_straight_and_single_marks_all_quote() -> None:
    assert quoted('“One,” he said. "Two," she said. He said it was ‘three times’ too many.') == [
        ["“One,”"],
        ['"Two,"'],
        ["‘three times’"],
    ]


def test_an_apostrophe_quotes_nothing() -> None:
    assert quoted("China’s envoy didn’t say the ministers’ talks had failed.") == []


def test_a_quotation_over_paragraphs_is_one_with_a_part_a_paragraph() -> None:
    text = "“The first part goes on.\n\n“And here it ends,” the envoy said."
    assert quoted(text) == [["“The first part goes on.", "“And here it ends,”"]]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    assert quoted("“Nobody closed this.\nThe next paragraph is the writer's.") == [["“Nobody closed this."]]


def test_a_quotation_inside_a_quotation_belongs_to_the_outer_one() -> None:
    text = "“He called it ‘a poke in the eye’ again,” she said."
    assert quoted(text) == [["“He called it ‘a poke in the eye’ again,”"]]


@given(st.text(alphabet="ab “”\"‘’'\n.", max_size=60))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    ends = [0]
    for quotation in find_quotations(text):
        for part in quotation.parts:
            assert ends[-1] <= part.start < part.end <= len(text)
            ends.append(part.end)
