"""The errand of pictures for a dossier: the story, the network and the widest contests of a case file."""

from __future__ import annotations

from collections.abc import Callable

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.claims import Asked
from foreigndesk.desk.contested import contests
from foreigndesk.desk.network import network
from foreigndesk.desk.story import Story, Stretch, Zoom, story
from foreigndesk.model import day_of
from foreigndesk.showing.brief import Brief
from foreigndesk.showing.pictures import Picture, contest_matrix, timeline
from foreigndesk.showing.pictures import network as network_picture
from foreigndesk.showing.pictures.timeline import Bin

MOST_CONTESTS = 3


def pictures(case: CaseFile, brief: Brief) -> list[Picture]:
    """The pictures that go with a brief, of what it is about. Raises UnknownActor."""
    found: list[Picture] = []
    with case.together():
        told = story(case, since=day_of(brief.since), about=brief.about)
        if told is not None and any(one.friendly + one.hostile + one.statements for one in told.stretches):
            found.append(timeline(bins_of(told), title_of(told), "timeline"))
        tied = network(case, told.since, told.until) if told is not None else None
        if tied is not None and tied.ties:
            title = f"Who is tied to whom, {tied.since} to {tied.until}"
            found.append(network_picture(tied.nodes, tied.ties, tied.carried, title, "network"))
        several = contests(case, Asked(about=brief.about))[:MOST_CONTESTS]
    found += [
        contest_matrix(one.claim, one, name=f"contest-{rank}", undecided=one.undecided)
        for rank, one in enumerate(several, start=1)
    ]
    return found


def title_of(told: Story) -> str:
    """What the picture of a story is called."""
    return f"The story from {told.since} to {told.until}, by {told.zoom.value}"


def bins_of(told: Story, address: Callable[[Stretch], str] = lambda _: "") -> list[Bin]:
    """The bars of a story; `address` is where the days of one are shown."""
    form = {Zoom.YEAR: "%Y", Zoom.MONTH: "%Y-%m", Zoom.WEEK: "%m-%d", Zoom.DAY: "%m-%d"}[told.zoom]
    return [
        Bin(f"{one.start:{form}}", one.friendly, one.hostile, one.statements, address(one)) for one in told.stretches
    ]
