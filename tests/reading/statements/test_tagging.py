from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements.tagging import load_tagger

PIECES = [
    "Ada Lund said ",
    "that talks had failed. ",
    "“We left,” ",
    "he added.",
    "\n\n",
    "LUND: No. ",
    "é ",
    "war ",
    '"',
]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_what_is_tagged_lies_in_the_text_with_words_in_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    for one in load_tagger().find(parse(text), text):
        for span in (*one.speaker, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()


def test_a_statement_far_into_a_long_report_is_found_as_at_its_start() -> None:
    line = "“The talks are over,” Ada Lund said.\n\n"
    text = "The rain went on for days over the hills and the valleys of the north.\n\n" * 60 + line
    (one,) = (one for one in load_tagger().find(parse(text), text) if one.cue)
    assert text[one.content[0].start : one.content[0].end] == "“The talks are over,”"


def test_a_text_without_words_has_no_attributions() -> None:
    assert load_tagger().find(parse("\n\n \n"), "\n\n \n") == []
