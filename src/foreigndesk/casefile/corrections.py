"""Analysts' corrections in the case file, and the machine's own reading under them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from foreigndesk.casefile.lineage import Tie
from foreigndesk.casefile.readings import load_reading, write_reading
from foreigndesk.casefile.reports import load_report
from foreigndesk.casefile.store import Store
from foreigndesk.corrections import PLACES, correct, reason_of
from foreigndesk.errors import UnknownId
from foreigndesk.model import Act, Correction, Kinship, Reading, Subject, Verdict
from foreigndesk.record import decode, encode


def save_reading(store: Store, reading: Reading, seen: dt.datetime) -> None:
    """Keep a machine's reading in place of a former one of that report, with the corrections in force laid over it.

    Raises UnknownId if the report is not kept.
    """
    laid = [one for one in load_corrections(store, reading.report.id) if one.subject in PLACES]
    with store.together():
        write_reading(store, correct(reading, laid).reading if laid else reading, seen)
        if laid:
            bare = replace(reading, report=replace(reading.report, text=""))
            store.write("INSERT INTO originals VALUES (?, ?)", reading.report.id, encode(bare).decode())


def load_original(store: Store, report: str) -> Reading | None:
    """The machine's own reading of a report, without corrections; None if it has not been read."""
    row, kept = store.row("SELECT json FROM originals WHERE report = ?", report), load_report(store, report)
    if row is None or kept is None:
        return load_reading(store, report)
    return replace(decode(row[0], Reading), report=kept)


def save_act(store: Store, corrections: Iterable[Correction], seen: dt.datetime) -> None:
    """Keep what an analyst did, and lay it over the readings it is about. Raises UnknownId for a report not kept."""
    made = list(corrections)
    with store.together():
        originals = _originals(store, made)
        store.write_all(
            "INSERT INTO corrections (id, act, subject, report, finding, analyst, made, json)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (one.id, one.act, one.subject, one.report, one.finding, one.analyst, one.made, encode(one).decode())
                for one in made
            ],
        )
        for reading in originals:
            save_reading(store, reading, seen)


def undo_act(store: Store, act: str, analyst: str, undone: str, seen: dt.datetime) -> None:
    """Take back what was done together; it stays on record with who took it back. Raises UnknownId."""
    with store.together():
        made = [one for each in load_acts(store, act) if each.undone is None for one in each.corrections]
        if not made:
            raise UnknownId(f"nothing to undo under {act}", "`foreigndesk review log` lists what was done")
        originals = _originals(store, made)
        store.write("UPDATE corrections SET undone_by = ?, undone = ? WHERE act = ?", analyst, undone, act)
        for reading in originals:
            save_reading(store, reading, seen)


def merge_acts(store: Store, acts: Iterable[Act], seen: dt.datetime) -> int:
    """Add what analysts did at another desk, undone or not, where it is not known here; how many acts that were.

    An act that is undone at either desk is undone. Readings that are kept are laid over anew.
    """
    known = {act.id: act for act in load_acts(store)}
    added = 0
    with store.together():
        for act in acts:
            here = known.get(act.id)
            if here is None:
                save_act(store, act.corrections, seen)
                added += 1
            if act.undone and act.undone_by and (here is None or not here.undone):
                undo_act(store, act.id, act.undone_by, act.undone, seen)
    return added


def _originals(store: Store, corrections: Iterable[Correction]) -> list[Reading]:
    """The machine's readings of the reports that some corrections are about."""
    reports = dict.fromkeys(one.report for one in corrections if one.report and one.subject in PLACES)
    return [reading for report in reports if (reading := load_original(store, report)) is not None]


def load_corrections(store: Store, report: str | None = None, subject: Subject | None = None) -> list[Correction]:
    """The corrections in force, oldest first: of one report or subject if given."""
    rows = store.rows(
        "SELECT json FROM corrections WHERE undone IS NULL AND (?1 IS NULL OR report = ?1)"
        " AND (?2 IS NULL OR subject = ?2) ORDER BY made, row",
        report,
        subject,
    )
    return [decode(json, Correction) for (json,) in rows]


def load_acts(store: Store, act: str | None = None) -> list[Act]:
    """All that analysts did, latest first, undone acts too; or one act alone."""
    rows = store.rows(
        "SELECT act, undone_by, undone, json FROM corrections WHERE ?1 IS NULL OR act = ?1 ORDER BY made DESC, row", act
    )
    acts: dict[str, Act] = {}
    for key, undone_by, undone, json in rows:
        former = acts.get(key, Act(key, (), undone_by, undone))
        acts[key] = replace(former, corrections=(*former.corrections, decode(json, Correction)))
    return list(acts.values())


def correct_kinships(store: Store, found: Iterable[Kinship], report: str | None = None) -> list[Kinship]:
    """Kinships as analysts want them, with those they added to a report, if one is given; the closest first."""
    kinships = {one.id: one for one in found}
    for one in load_corrections(store, subject=Subject.KINSHIP):
        wanted = decode(one.after, Kinship) if one.after else None
        if one.verdict is Verdict.REJECT:
            kinships.pop(one.finding, None)
        elif wanted and (one.finding in kinships or (report and report in {wanted.debtor, wanted.creditor})):
            kinships[one.finding] = replace(wanted, reasons=(*wanted.reasons, reason_of(one)))
    return sorted(kinships.values(), key=lambda kinship: (-kinship.score, kinship.id))


def correct_ties(store: Store, ties: Iterable[Tie]) -> list[Tie]:
    """Who owes whom, as analysts want it, by id."""
    kept = {one.id: one for one in ties}
    for one in load_corrections(store, subject=Subject.KINSHIP):
        if one.verdict is Verdict.REJECT:
            kept.pop(one.finding, None)
        elif one.after and _are_kept(store, wanted := decode(one.after, Kinship)):
            kept[one.finding] = Tie(one.finding, wanted.debtor, wanted.creditor, wanted.kind.value)
    return sorted(kept.values(), key=lambda tie: tie.id)


def _are_kept(store: Store, kinship: Kinship) -> bool:
    return all(store.row("SELECT 1 FROM reports WHERE id = ?", one) for one in (kinship.debtor, kinship.creditor))


def move_corrections(store: Store, former: str, report: str) -> None:
    """Let the corrections of a report follow it to another id; they find their findings by the words."""
    store.write(
        "UPDATE corrections SET report = ?1, json = json_set(json, '$.report', ?1) WHERE report = ?2", report, former
    )
