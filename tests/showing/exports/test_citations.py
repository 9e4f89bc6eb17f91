"""Reports as citations."""

import json
import re

from hypothesis import given

from foreigndesk.model import Report
from foreigndesk.showing.exports.citations import show_bibtex, show_csl
from tests.strategies import reports

REPORT = Report(
    "r-3ea2c3",
    "a.txt",
    "Talks.",
    headline="Talks {at last} cost $5 & 10 %",
    outlet="Harbour Courier",
    byline="By Jana Roth and Li Wei",
    published="2024-10-31T09:12:00+09:00",
    url="https://example.org/a_b",
)


def test_a_report_is_a_newspaper_article_with_its_day_and_authors() -> None:
    (item,) = json.loads(show_csl([REPORT]))
    assert item["id"] == "r-3ea2c3"
    assert item["author"] == [{"literal": "Jana Roth"}, {"literal": "Li Wei"}]
    assert item["issued"] == {"date-parts": [[2024, 10, 31]]}


def test_bibtex_says_what_tex_would_take_for_commands() -> None:
    assert show_bibtex([REPORT]).splitlines()[:3] == [
        "@misc{r-3ea2c3,",
        r"  title = {{Talks \{at last\} cost \$5 \& 10 \%}},",
        "  author = {{Jana Roth} and {Li Wei}},",
    ]


@given(reports())
def test_every_report_makes_one_item_and_one_balanced_entry(report: Report) -> None:
    assert [item["id"] for item in json.loads(show_csl([report]))] == [report.id]
    entry = re.sub(r"\\[{}]", "", show_bibtex([report]))
    url = report.url or ""
    assert entry.replace(url, "").count("{") == entry.replace(url, "").count("}")
