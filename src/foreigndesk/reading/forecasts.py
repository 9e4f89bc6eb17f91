"""What is said to come: predictions, conditionals, promises and threats, with condition and horizon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from foreigndesk.model import Force, Forecast, Reason, Report, Span, Statement, StatementKind, When, name_id
from foreigndesk.reading.dates import nearest_when
from foreigndesk.reading.statements.grammar import span_of, subject_of, tokens_in
from foreigndesk.reading.statements.sourcing import passage

IF_WORDS = frozenset({"if", "unless", "should", "once"})
AHEAD = frozenset({"will", "wo", "'ll", "’ll", "would", "could", "shall"})
FORECASTING = {Force.PREDICT, Force.PROMISE, Force.THREATEN}


def find_forecasts(
    doc: Doc, report: Report, statements: Sequence[Statement], whens: Sequence[When]
) -> tuple[Forecast, ...]:
    """Conditionals of the whole text ("if X, Y will"), and the contents of predictions, promises and threats."""
    found = {}
    for sentence in doc.sents:
        for verb in sentence:
            for forecast in conditionals(verb, report, statements, whens):
                found[forecast.id] = forecast
    for one in statements:
        if one.force in FORECASTING and one.kind is StatementKind.STATEMENT and one.content:
            covered = any(f.statement == one.id for f in found.values())
            told = None if covered else foretold(doc, report, one, whens)
            if told is not None:
                found[told.id] = told
    return tuple(sorted(found.values(), key=lambda f: f.outcome.start))


def conditionals(
    verb: Token, report: Report, statements: Sequence[Statement], whens: Sequence[When]
) -> Iterator[Forecast]:
    """'If X, Y will follow': a condition clause on a verb that looks ahead."""
    for clause in verb.children:
        conditional = any(t.dep_ in {"mark", "aux"} and t.lower_ in IF_WORDS for t in clause.children)
        if clause.dep_ != "advcl" or not conditional:
            continue
        if not any(t.dep_ == "aux" and t.lower_ in AHEAD for t in verb.children):
            continue
        condition = span_of(clause.subtree)
        inside = {t.i for t in clause.subtree}
        subject = subject_of(verb)
        # The outcome is the verb's own clause: from its subject to its last word, without the condition.
        first = min(verb.i, subject.left_edge.i if subject is not None else verb.i)
        outcome = span_of(t for t in verb.subtree if t.i >= first and t.i not in inside and same_side(t, clause, verb))
        if condition is None or outcome is None:
            continue
        yield Forecast(
            id=name_id("f", report.id, outcome.start, condition.start),
            outcome=passage(report.text, outcome),
            condition=passage(report.text, condition),
            horizon=nearest_when(whens, verb.doc, verb),
            statement=statement_at(outcome, statements),
            reasons=(Reason("conditional", f"“{clause.text}” stands under a condition of “{verb.text}”."),),
        )


def same_side(token: Token, clause: Token, verb: Token) -> bool:
    """Whether a word lies on the verb's side of the condition, so that the outcome is one stretch."""
    return (token.i > clause.right_edge.i) == (verb.i > clause.right_edge.i)


def foretold(doc: Doc, report: Report, one: Statement, whens: Sequence[When]) -> Forecast | None:
    """A prediction, promise or threat as a forecast: its content is the outcome."""
    outcome = one.content[0]
    tokens = tokens_in(doc, outcome)
    if not tokens:
        return None
    root = next((t for t in tokens if t.head == t or t.head not in tokens), tokens[0])
    return Forecast(
        id=name_id("f", report.id, outcome.start, ""),
        outcome=outcome,
        horizon=nearest_when(whens, doc, root),
        statement=one.id,
        reasons=(Reason("foretold", f"“{one.cue.text if one.cue else ''}” makes it words about what is to come."),),
    )


def statement_at(span: Span, statements: Sequence[Statement]) -> str | None:
    """The innermost statement whose content holds a span."""
    holders = [
        (sum(part.end - part.start for part in one.content), one.id)
        for one in statements
        if any(part.start <= span.start and span.end <= part.end for part in one.content)
    ]
    return min(holders)[1] if holders else None
