"""Reports as citations: CSL-JSON (citeproc-js, schema 1.0) and BibTeX, for word processors and reference managers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from foreigndesk.model import Report

AUTHORS = re.compile(r"\s*(?:,| and |;|&)\s*")
BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def show_csl(reports: Iterable[Report]) -> str:
    """The reports as a CSL-JSON array; `id` is the report's, so that a cite finds it."""
    return json.dumps([csl_of(report) for report in reports], ensure_ascii=False, indent=1) + "\n"


def csl_of(report: Report) -> dict[str, object]:
    """A report as one CSL item; what is not known is left out.

    >>> csl_of(Report("r-1", "a.txt", "Talks.", headline="Talks resume", outlet="Courier", published="2024-10"))
    {'id': 'r-1', 'type': 'article-newspaper', 'title': 'Talks resume', 'container-title': 'Courier', 'issued': \
{'date-parts': [[2024, 10]]}}
    """
    parts = [int(part) for part in report.published[:10].split("-")] if report.published else None
    item = {
        "id": report.id,
        "type": "article-newspaper",
        "title": report.headline,
        "author": [{"literal": name} for name in authors(report)] or None,
        "container-title": report.outlet,
        "source": report.wire,
        "publisher-place": report.dateline,
        "issued": {"date-parts": [parts]} if parts else None,
        "URL": report.url,
        "language": report.language,
    }
    return {key: value for key, value in item.items() if value}


def show_bibtex(reports: Iterable[Report]) -> str:
    """The reports as BibTeX entries (@misc, with `howpublished` for the outlet), for UTF-8 LaTeX."""
    return "\n".join(bibtex_of(report) for report in reports)


def bibtex_of(report: Report) -> str:
    """A report as one BibTeX entry."""
    published = report.published or ""
    fields = {
        "title": report.headline and f"{{{report.headline.translate(TEX)}}}",
        "author": " and ".join(f"{{{name.translate(TEX)}}}" for name in authors(report)),
        "howpublished": (report.outlet or "").translate(TEX),
        "date": published[:10],
        "year": published[:4],
        "url": report.url,
        "note": f"Foreign Desk {report.id}",
    }
    lines = [f"  {name} = {{{' '.join(value.split())}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{report.id},", *lines, "}"]) + "\n"


def authors(report: Report) -> list[str]:
    """The names of a byline.

    >>> authors(Report("r-1", "a.txt", "Talks.", byline="By Jana Roth and Li Wei"))
    ['Jana Roth', 'Li Wei']
    """
    return [name for name in AUTHORS.split(BY.sub("", report.byline or "")) if name]
