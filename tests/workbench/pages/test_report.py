"""A report's page: everything that was read in it, whatever the text holds."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foreigndesk.model import Name, Passage, Reading
from tests.workbench.desk import ADDRESS, COURIER, MERIDIAN, Pages, make_case, pages_of, report, says, spun

HERE = f"/report/{MERIDIAN.report.id}"


def words_of(page: str) -> str:
    """The text that a page shows."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def test_the_text_stands_whole_under_its_marks(pages: Pages) -> None:
    page = pages.get(HERE)
    shown = re.sub(r'<a class="(?:handle|number)".*?</a>', "", page)
    for paragraph in MERIDIAN.report.text.split("\n\n"):
        assert paragraph.replace("’", "’") in words_of(shown)


def test_each_statement_has_a_note_with_speaker_sourcing_and_hedge(pages: Pages) -> None:
    page = pages.get(HERE)
    for statement in MERIDIAN.statements:
        assert f'id="{statement.id}"' in page
        assert f'id="note-{statement.id}"' in page
    words = words_of(page)
    assert "Mara Tolland" in words
    assert "unnamed" in words
    assert "“may well”" in words


def test_marks_that_overlap_are_cut_where_one_begins_or_ends(pages: Pages) -> None:
    page = pages.get(HERE)
    hedged = MERIDIAN.statements[1]
    pieces = re.findall(rf'<span class="h ([^"]*)" data-f="[^"]*{hedged.id}[^"]*">([^<]*)</span>', page)
    assert "".join(text for kinds, text in pieces if "said" in kinds) == hedged.words
    assert any("hedge" in kinds and "said" in kinds for kinds, _ in pieces)


def test_a_cited_passage_is_marked(pages: Pages) -> None:
    start = MERIDIAN.report.text.index("winter clothing")
    page = pages.get(f"{HERE}?at={start}-{start + 15}#at")
    assert re.search(r'<span id="at"></span><span class="h[^"]* at">winter clothing</span>', page)


def test_kin_are_told_in_a_banner_with_the_way_to_see_both(pages: Pages) -> None:
    page = pages.get(f"/report/{COURIER.report.id}")
    assert "is a copy of" in page
    assert f'href="/report/{COURIER.report.id}/beside/{MERIDIAN.report.id}"' in page


def test_a_restored_name_is_marked_as_restored_and_the_print_stays(pages: Pages) -> None:
    page = pages.get(f"/report/{spun().report.id}")
    assert "Yun Solar" in page
    assert re.search(r"<ins [^>]*>Mara Tolland</ins>", page)
    assert "“Chilly Warfare” for “Cold War”" in words_of(page)


@pytest.mark.parametrize("asked", ["r-000000000000", "nonsense", "%2e%2e%2fetc%2fpasswd", "r-" + "f" * 300])
def test_an_unknown_report_is_told_with_a_hint(pages: Pages, asked: str) -> None:
    assert "What to do" in pages.get(f"/report/{asked}", 404)


@pytest.mark.parametrize("query", ["at=9", "at=9-3", "at=x-y", "leaf=0", "leaf=x", "at=" + "1" * 500])
def test_a_query_that_makes_no_sense_is_told(pages: Pages, query: str) -> None:
    assert "What to do" in pages.get(f"{HERE}?{query}", 400)


def test_a_cite_beyond_the_end_of_the_text_opens_the_report(pages: Pages) -> None:
    pages.get(f"{HERE}?at=999999-9999999")


def dangers(page: str) -> list[str]:
    """What in a page could run or load something that is not the desk's own."""
    found = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            values = {name: value or "" for name, value in attributes}
            if tag in {"iframe", "object", "embed", "base", "style"} or "style" in values:
                found.append(tag)
            if tag == "script" and values.get("src") != "/static/desk.js":
                found.append(tag)
            found.extend(name for name in values if name.startswith("on"))
            places = [values[name] for name in ("href", "src", "action") if name in values]
            found.extend(place for place in places if not re.match(r"[/#?]|$", place))

    Reader(convert_charrefs=True).feed(page)
    return found


HOSTILE = (
    '<script>document.title="owned"</script> said <img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a> '
    "\x00 NUL \u202eturned\u202c \x1b[31m {{ 7*7 }} </p></article> &lt;b&gt; the end."
)


def test_what_a_report_prints_is_shown_and_never_run(tmp_path: Path) -> None:
    of = report(HOSTILE, '<b onload="x">Outlet</b>', headline="<script>alert('headline')</script>\u202e")
    told = says(of, "the end", "<img src=x onerror=alert(1)>")
    case = make_case(tmp_path / "hostile.db", (Reading(of, "test/1", statements=(told,)),))
    client = TestClient(pages_of(case), base_url=ADDRESS)
    for address in (f"/report/{of.id}", "/", f"/report/{of.id}?at=0-30"):
        page = client.get(address).text
        assert dangers(page) == []
        assert not re.search("[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069]", page)
        assert "{{ 7*7 }}" in page or address == "/"
    assert "&lt;script&gt;document.title=" in client.get(f"/report/{of.id}").text


def test_ten_thousand_marks_are_folded_into_leaves_that_add_up(tmp_path: Path) -> None:
    text = "\n\n".join(f"Line {number} of China and of Russia and of China again." for number in range(3_500))
    names = tuple(
        Name(found.group(), None, "CHN", found.start(), found.end()) for found in re.finditer("China|Russia", text)
    )
    assert len(names) > 10_000
    of = report(text, "Long Post")
    case = make_case(tmp_path / "long.db", (Reading(of, "test/1", names=names),))
    client = TestClient(pages_of(case), base_url=ADDRESS)
    first = client.get(f"/report/{of.id}").text
    leaves = int(re.findall(r"Leaf 1 of (\d+)", first)[0])
    several = [client.get(f"/report/{of.id}?leaf={number}").text for number in range(1, leaves + 1)]
    assert max(map(len, several)) < 400_000
    assert sum(page.count('class="h name" href') for page in several) == len(names)


def test_ten_thousand_marks_over_one_paragraph_are_shown_in_part_and_it_says_so(tmp_path: Path) -> None:
    text = "word " * 1_100
    of = report(text, "Deep Post")
    base = says(of, "word", "word")
    deep = tuple(
        replace(base, id=f"s-{rank:012x}", content=(Passage(rank % 500, 5_000, text[rank % 500 : 5_000]),))
        for rank in range(10_000)
    )
    case = make_case(tmp_path / "deep.db", (Reading(of, "test/1", statements=deep),))
    page = TestClient(pages_of(case), base_url=ADDRESS).get(f"/report/{of.id}").text
    assert "more marks lie over this paragraph" in page
    assert len(page) < 4_000_000


def test_a_text_of_two_megabytes_in_one_line_is_folded(tmp_path: Path) -> None:
    of = report("word and another " * 125_000, "Endless")
    case = make_case(tmp_path / "endless.db", (Reading(of, "test/1"),))
    client = TestClient(pages_of(case), base_url=ADDRESS)
    page = client.get(f"/report/{of.id}").text
    assert len(page) < 100_000
    assert "Leaf 1 of 7" in page
    last = client.get(f"/report/{of.id}?at=2000000-2000004").text
    assert 'class="h at"' in last.replace("h  at", "h at")


def test_a_report_that_was_not_read_is_shown_and_says_so(case: Path, pages: Pages) -> None:
    from foreigndesk.casefile import open_case
    from tests.workbench.desk import NOON

    of = report("Not read yet.", "Fresh Press")
    with open_case(case, write=True) as writing:
        writing.save_report(of, b"Not read yet.", NOON)
    page = pages.get(f"/report/{of.id}")
    assert "has not been read" in page
    assert "Not read yet." in page
