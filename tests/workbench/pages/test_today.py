"""Today: the brief as the case file stands."""

from pathlib import Path

from foreigndesk.casefile import open_case
from tests.workbench.desk import MERIDIAN, NOON, Pages, report


def test_the_brief_is_shown_with_cites_that_open_their_words(pages: Pages) -> None:
    page = pages.get("/")
    assert "4 reports from 4 outlets" in page
    assert f"/report/{MERIDIAN.report.id}?at=" in page


def test_it_can_be_asked_about_an_actor_and_since_a_day(pages: Pages) -> None:
    assert "China" in pages.get("/?about=China&since=2024-11")
    assert "Nothing here yet" in pages.get("/?since=2031")


def test_an_actor_whom_nobody_knows_is_told_with_near_names(pages: Pages) -> None:
    assert "Did you mean" in pages.get("/?about=Chna", 404)


def test_a_change_of_the_case_file_is_seen_at_the_next_look(case: Path, pages: Pages) -> None:
    assert "Evening Bell" not in pages.get("/")
    with open_case(case, write=True) as writing:
        of = report("Nothing happened.", "Evening Bell", "2024-11-30")
        writing.save_report(of, b"Nothing happened.", NOON)
        writing.save_metadata(of.id, of)
    with open_case(case, write=True) as writing:
        from foreigndesk.model import Reading

        writing.save_reading(Reading(of, "test/1"), NOON)
    assert "5 reports from 5 outlets" in pages.get("/")


def test_an_empty_case_file_says_how_to_fill_it(tmp_path: Path) -> None:
    from starlette.testclient import TestClient

    from tests.workbench.desk import ADDRESS, pages_of

    open_case(tmp_path / "empty.db", write=True).close()
    page = TestClient(pages_of(tmp_path / "empty.db"), base_url=ADDRESS).get("/").text
    assert "foreigndesk collect" in page


def test_while_another_desk_writes_pages_go_on_and_say_so(case: Path, pages: Pages) -> None:
    with open_case(case, write=True):
        page = pages.get("/")
        assert "Another desk is writing" in page
        assert "4 reports" in page
    assert "Another desk is writing" not in pages.get("/")


def test_a_damaged_case_file_is_told_with_a_hint(tmp_path: Path) -> None:
    from starlette.testclient import TestClient

    from tests.workbench.desk import ADDRESS, pages_of

    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database at all" * 100)
    answer = TestClient(pages_of(broken), base_url=ADDRESS).get("/")
    assert answer.status_code == 500
    assert "What to do" in answer.text
