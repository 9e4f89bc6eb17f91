import re
import shlex
from pathlib import Path

import click
import pytest

from foreigndesk.cli import desk

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "examples" / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def commands_of(page: Path) -> list[list[str]]:
    lines = re.findall(r"^\s*(?:\.venv/bin/)?foreigndesk (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return [shlex.split(line, comments=True) for line in lines]


def test_every_command_in_the_readme_is_one_that_the_desk_understands() -> None:
    commands = commands_of(ROOT / "README.md")
    assert commands
    group = click.Context(desk, **desk.context_settings)
    for name, *words in commands:
        command = desk.get_command(group, name)
        assert command is not None, name
        command.make_parser(click.Context(command, parent=group, info_name=name)).parse_args(words)


def test_every_row_of_every_table_names_its_origin() -> None:
    from foreigndesk.lexicon.tables import load_table

    tables = sorted(path.stem for path in (ROOT / "src/foreigndesk/lexicon/data").glob("*.csv"))
    assert tables
    for table in tables:
        assert [row for row in load_table(table) if not row["origin"]] == [], table


def test_no_page_or_table_names_a_path_of_a_machine() -> None:
    for path in [*PAGES, *(ROOT / "src").rglob("*.csv")]:
        assert re.findall(r"(?<![\w.])/(?:home|root|tmp|usr/local)/\S*", path.read_text(encoding="utf-8")) == [], path
