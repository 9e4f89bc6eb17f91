"""The way of the examples through everything: files in, a cited brief out."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foreigndesk.cli import desk as commands

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "story.db"
    result = desk("collect", "--case", str(path), str(EXAMPLES))
    assert result.exit_code == 0, result.output
    return path


def desk(*words: str) -> Result:
    return CliRunner().invoke(commands, words)


def rows(case: Path, *words: str) -> list[dict[str, object]]:
    result = desk(*words, "--case", str(case), "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


def test_all_fourteen_reports_are_taken_in(case: Path) -> None:
    assert len(rows(case, "reports")) == 14


def test_reading_the_same_folder_again_changes_nothing(case: Path) -> None:
    before = rows(case, "statements")
    assert desk("collect", "--case", str(case), str(EXAMPLES)).exit_code == 0
    assert rows(case, "statements") == before


def test_the_denial_from_beijing_is_found_by_speaker_and_force(case: Path) -> None:
    found = json.dumps(rows(case, "statements", "--speaker", "China", "--force", "deny"))
    assert "asked it to carry messages" in found


def test_the_unnamed_official_is_found_by_sourcing(case: Path) -> None:
    found = json.dumps(rows(case, "statements", "--sourcing", "unnamed"))
    assert "Several hundred North Korean soldiers" in found


def test_the_missile_launch_is_an_event_of_the_day(case: Path) -> None:
    launches = [row for row in rows(case, "events", "--actor", "North Korea") if "missile" in json.dumps(row)]
    assert any("2024-10-31" in json.dumps(row) for row in launches)


def test_every_line_of_the_brief_can_be_opened(case: Path, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    result = desk("brief", "--case", str(case), "--html", str(page), "--format", "md")
    assert result.exit_code == 0, result.output
    cites = set(re.findall(r"r-([0-9a-f]+) ¶(\d+)", result.stdout))
    assert cites
    for report, paragraph in cites:
        assert desk("show", f"r-{report}:{paragraph}", "--case", str(case)).exit_code == 0
    html = page.read_text(encoding="utf-8")
    anchors = {part.split('"')[0] for part in html.split('id="')[1:]}
    links = {part.split('"')[0] for part in html.split('href="#')[1:]}
    assert links
    assert links <= anchors
