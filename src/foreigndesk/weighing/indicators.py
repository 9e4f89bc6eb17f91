"""What an indicator shows: seen or not, since it was set, against how often it was told before.

A sign counts only against what is normal (Grabo, *Anticipating Surprise*; the Tradecraft Primer's "Indicators"): the
baseline is on how many days it was told before it was set. What is not seen is recorded as well as what is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from foreigndesk.model import Indication, Indicator, Outcome, Reason, day_of
from foreigndesk.weighing.fulfilment import told
from foreigndesk.weighing.watch import Sighting


def judge_indicator(
    indicator: Indicator, sightings: Iterable[Sighting], days: Sequence[dt.date], today: dt.date
) -> Indication:
    """What an indicator shows by a day, from what reports tell as facts; `days` are those of all reports.

    Told by several lineages on one day it is seen once.
    """
    since, until = day_of(indicator.since), day_of(indicator.until)
    last_day = min(today, until) if until else today
    agreed = [
        one for one in sightings if told(indicator.words, one.words) is Outcome.COME_ABOUT and one.day <= last_day
    ]
    seen = sorted((one for one in agreed if since is None or one.day > since), key=lambda one: (one.day, one.cite))
    before = {one.day for one in agreed if since is not None and one.day <= since}
    looked = [day for day in days if day <= last_day and (since is None or day > since)]
    former = {day for day in days if since is not None and day <= since}
    on = sorted({one.day for one in seen})
    normal = f"before that on {len(before)} of {len(former)} days with reports"
    if seen:
        first = Reason("seen", f"Seen on {len(on)} days from {on[0]} to {on[-1]}, first: “{seen[0].words}”.")
    else:
        first = Reason("not-seen", f"Not in this case file from {indicator.since} to {last_day}.")
    return Indication(
        indicator=indicator,
        seen=len(on),
        first=on[0].isoformat() if on else None,
        last=on[-1].isoformat() if on else None,
        before=len(before),
        reports=len(looked),
        checked=last_day.isoformat(),
        cites=tuple(dict.fromkeys(one.cite for one in seen)),
        reasons=(
            first,
            Reason("baseline", f"{len(looked)} reports looked through since; {normal}."),
        ),
    )
