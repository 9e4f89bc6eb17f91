"""Events as CSV with columns as in GDELT 1.0: dyads, CAMEO roots, one row for each actor and each recipient.

Only what the desk knows is filled: no tone, no counts of mentions. PloverScale stands where GDELT has the Goldstein
scale, which is defined on CAMEO codes that PLOVER no longer has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foreigndesk.model import Event, Party
from foreigndesk.showing.exports.coded import Coded, show_csv

COLUMNS = (
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "Actor1Code",
    "Actor1Name",
    "Actor1CountryCode",
    "Actor1Type1Code",
    "Actor2Code",
    "Actor2Name",
    "Actor2CountryCode",
    "Actor2Type1Code",
    "EventRootCode",
    "QuadClass",
    "PloverType",
    "PloverMode",
    "PloverScale",
    "AuxiliaryMode",
    "ActionGeo_FullName",
    "ActionGeo_CountryCode",
    "ActionGeo_Lat",
    "ActionGeo_Long",
    "DATEPUBLISHED",
    "SOURCEURL",
    "ModelScore",
    "Evidence",
    "Coder",
)

# PLOVER 1.3, 7.1, read backwards: which CAMEO root a type came from. ACCUSE took in 09 (investigate) and 11
# (disapprove), ASSAULT 18 (assault), 19 (fight) and 20 (mass violence): their modes tell.
ROOTS = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "COOPERATE": "06",
    "AID": "07",
    "CONCEDE": "08",
    "RETREAT": "08",
    "REQUEST": "10",
    "ACCUSE": "11",
    "REJECT": "12",
    "THREATEN": "13",
    "PROTEST": "14",
    "MOBILIZE": "15",
    "SANCTION": "16",
    "COERCE": "17",
    "ASSAULT": "18",
}
INVESTIGATE = "09"
FIGHT = "19"
MASS_VIOLENCE = "20"
# CAMEO 190 to 195: conventional force. 200 to 204: cleansing, mass killing, weapons of mass destruction.
FIGHTING = frozenset({"firearms", "heavy-weapons", "aerial", "drone", "sideAB"})
MASS = frozenset({"cleansing", "massacre", "unconventional"})


def show_gdelt(coded: Iterable[Coded]) -> str:
    """One row a dyad under COLUMNS; an event of two actors and two recipients has four rows with the same id."""
    return show_csv(COLUMNS, (row for one in coded for row in rows_of(one)))


def rows_of(one: Coded) -> Iterator[dict[str, object]]:
    """The dyads of an event; of one without recipients, each actor alone."""
    event, place = one.event, one.event.place
    day = (one.day or "").replace("-", "")
    for actor in event.actor:
        for recipient in event.recipient or (None,):
            yield {
                "GLOBALEVENTID": event.id,
                "SQLDATE": day,
                "MonthYear": day[:6],
                "Year": day[:4],
                **actor_of(1, actor),
                **(actor_of(2, recipient) if recipient else {}),
                "EventRootCode": root_of(event),
                "QuadClass": one.quad,
                "PloverType": event.type,
                "PloverMode": ";".join(event.mode),
                "PloverScale": one.scale,
                "AuxiliaryMode": event.auxiliary_mode,
                "ActionGeo_FullName": (place.name or place.printed) if place else None,
                "ActionGeo_CountryCode": place.country if place else None,
                "ActionGeo_Lat": place.lat if place else None,
                "ActionGeo_Long": place.lon if place else None,
                "DATEPUBLISHED": (one.reported or "").replace("-", ""),
                "SOURCEURL": one.report.url,
                "ModelScore": event.model_score,
                "Evidence": one.evidence,
                "Coder": one.coder,
            }


def actor_of(place: int, party: Party) -> dict[str, object]:
    """The four cells of an actor; its code is country and sector in one, as in CAMEO ("CHNGOV")."""
    code = party.country or party.code or ""
    return {
        f"Actor{place}Code": code + (party.sector or ""),
        f"Actor{place}Name": party.name.upper(),
        f"Actor{place}CountryCode": party.country,
        f"Actor{place}Type1Code": party.sector,
    }


def root_of(event: Event) -> str:
    """The CAMEO root of an event.

    >>> from foreigndesk.model import Passage
    >>> root_of(Event("e-1", "ASSAULT", ("aerial",), (), (), (), Passage(0, 1, "x"), Passage(0, 1, "x")))
    '19'
    """
    modes = frozenset(event.mode)
    if event.type == "ACCUSE" and "investigate" in modes:
        return INVESTIGATE
    if event.type == "ASSAULT" and modes & MASS:
        return MASS_VIOLENCE
    if event.type == "ASSAULT" and modes & FIGHTING:
        return FIGHT
    return ROOTS[event.type]
