"""Events as CSV with the columns of POLECAT, the PLOVER data set of Halterman, Schrodt, Beger, Bagozzi and Scarborough.

Columns follow its release on Dataverse (doi:10.7910/DVN/AJGVIT); those that the desk has nothing for (Wikipedia ids,
districts, lists of people in the story) are left out, and Evidence, Coder, Statement and Model Score are added.
Several actors stand in one cell, parted by ";".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Party
from foreigndesk.showing.exports.coded import Coded, show_csv

COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Auxiliary Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Primary Actor Sector",
    "Actor Name Raw",
    "Recipient Name",
    "Recipient Country",
    "Primary Recipient Sector",
    "Recipient Name Raw",
    "Placename",
    "Country",
    "Latitude",
    "Longitude",
    "Raw Placename",
    "Source",
    "Publication Date",
    "Headline",
    "Language",
    "Statement",
    "Model Score",
    "Uncertain",
    "Dated By",
    "Evidence",
    "Coder",
)


def show_polecat(coded: Iterable[Coded]) -> str:
    """One row an event under COLUMNS. Source is the outlet; Evidence is report:start-end of the deed's words."""
    return show_csv(COLUMNS, map(row_of, coded))


def row_of(one: Coded) -> dict[str, object]:
    """The cells of an event."""
    event, place = one.event, one.event.place
    return {
        "Event ID": event.id,
        "Event Date": one.day,
        "Event Type": event.type,
        "Event Mode": ";".join(event.mode),
        "Auxiliary Mode": event.auxiliary_mode,
        "Intensity": one.scale,
        "Quad Code": one.quad,
        "Contexts": ";".join(event.context),
        **side_of("Actor", event.actor),
        **side_of("Recipient", event.recipient),
        "Placename": place.name if place else None,
        "Country": place.country if place else None,
        "Latitude": place.lat if place else None,
        "Longitude": place.lon if place else None,
        "Raw Placename": place.printed if place else None,
        "Source": one.report.outlet,
        "Publication Date": one.reported,
        "Headline": one.report.headline,
        "Language": one.report.language,
        "Statement": event.statement,
        "Model Score": event.model_score,
        "Uncertain": event.uncertain,
        "Dated By": one.dated_by,
        "Evidence": one.evidence,
        "Coder": one.coder,
    }


def side_of(side: str, parties: Sequence[Party]) -> dict[str, object]:
    """The four cells of a side."""
    known = load_actors()
    actors = [known.get(party.actor) if party.actor else None for party in parties]
    return {
        f"{side} Name": ";".join(
            actor.name if actor else party.name for actor, party in zip(actors, parties, strict=True)
        ),
        f"{side} Country": ";".join(party.country or party.code or "" for party in parties),
        f"Primary {side} Sector": ";".join(party.sector or "" for party in parties),
        f"{side} Name Raw": ";".join(party.name for party in parties),
    }
