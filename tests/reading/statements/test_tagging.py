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


def test_each_word_has_a_vector_and_white_space_none() -> None:
    doc = parse("The minister didn't deny it.\n\nNorth Korea’s envoy said so.")
    rows = load_tagger().vectors(doc)
    assert rows.shape == (len(doc), 384)
    assert [bool(row.any()) for row in rows] == [not token.is_space for token in doc]


def test_words_of_like_use_have_vectors_more_alike() -> None:
    doc = parse("Ada Lund said that talks had failed. Jon Berg added that rain had fallen.")
    rows = load_tagger().vectors(doc)
    said, added, rain = (rows[next(t.i for t in doc if t.text == word)] for word in ("said", "added", "rain"))
    assert said @ added > said @ rain


def test_vectors_and_attributions_of_one_text_come_from_one_pass() -> None:
    tagger = load_tagger()
    doc = parse("Ada Lund said that talks had failed.")
    found, before = tagger.find(doc, doc.text), tagger.tagged.cache_info()
    tagger.vectors(doc)
    assert found
    assert tagger.tagged.cache_info().misses == before.misses


def test_a_text_without_words_has_a_vector_of_nothing() -> None:
    assert load_tagger().vectors(parse("")).shape == (0, 384)
    assert not load_tagger().vectors(parse("\n \n")).any()
