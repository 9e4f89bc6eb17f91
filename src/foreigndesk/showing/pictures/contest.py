"""The matrix of a contest: who asserts, doubts and denies a claim, when first and last, and who moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from foreigndesk.model import Claim, Contest, Position, Stance
from foreigndesk.showing.phrases import SOURCINGS, show_day
from foreigndesk.showing.pictures.picture import Cell, Picture, element, line, linked, svg, text
from foreigndesk.showing.words import clip, count

ROW = 34.0
LEFT = 300.0
COLUMN = 150.0
RIGHT = 20.0  # beside the last column, so that its days end within the picture
TOP = 40.0
MOST_SPEAKERS = 40
TITLES = {Stance.ASSERT: "asserts", Stance.DOUBT: "doubts", Stance.DENY: "denies", Stance.OPEN: "leaves it open"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker's row: their positions by stance, and whether they changed."""

    name: str
    sourcing: str
    positions: dict[Stance, tuple[Position, ...]]
    moved: bool


def speakers_of(claim: Claim, contest: Contest | None = None, undecided: Sequence[Position] = ()) -> list[Speaker]:
    """The speakers of a claim in the order in which they first spoke, then those who only leave it open."""
    moved = {move.speaker for move in contest.moves} if contest else set()
    positions = (*claim.positions, *undecided)
    rows = []
    for name in dict.fromkeys(position.speaker for position in positions):
        mine = [position for position in positions if position.speaker == name]
        stances = {stance: tuple(one for one in mine if one.stance is stance) for stance in Stance}
        sourcing = ", ".join(dict.fromkeys(SOURCINGS[one.sourcing] for one in mine))
        rows.append(Speaker(name, sourcing, stances, name in moved))
    return rows


def contest_matrix(
    claim: Claim,
    contest: Contest | None = None,
    address: Callable[[Position], str] = lambda _: "",
    name: str = "contest",
    undecided: Sequence[Position] = (),
) -> Picture:
    """Speakers by stance; `address` is where a position is shown, `undecided` speak of the claim and take no side."""
    rows = speakers_of(claim, contest, undecided)
    shown = rows[:MOST_SPEAKERS]
    counts = {stance: sum(bool(row.positions[stance]) for row in rows) for stance in Stance}
    title = f"Who stands where: “{clip(claim.words, 90)}”"
    description = (
        f"{count(len(rows), 'speaker')}: {counts[Stance.ASSERT]} assert it, {counts[Stance.DOUBT]} doubt it,"
        f" {counts[Stance.DENY]} deny it, {counts[Stance.OPEN]} leave it open;"
        f" {sum(row.moved for row in rows)} changed position."
    )
    if len(rows) > len(shown):
        description += f" The picture has the first {len(shown)}, the table all."
    wide, high = LEFT + len(TITLES) * COLUMN + RIGHT, TOP + ROW * len(shown) + 8
    table = tuple(table_row(row, address) for row in rows)
    head = ("speaker", "described as", *TITLES.values(), "moved")
    return Picture(title, description, svg(name, title, description, wide, high, draw(shown, address)), head, table)


def table_row(row: Speaker, address: Callable[[Position], str]) -> tuple[Cell, ...]:
    """A speaker as a row of the table: each stance with its first day, leading to the first place."""
    cells: list[Cell] = []
    for stance in Stance:
        several = row.positions[stance]
        cells.append((days_of(several), address(several[0])) if several else "–")
    return (called(row.name), row.sourcing, *cells, "changed position" if row.moved else "no")


def called(name: str) -> str:
    """A speaker's name; what stands for one of whom a report tells nothing."""
    return "nobody named" if name == "–" else name


def days_of(positions: Sequence[Position]) -> str:
    """When, and how often if more than once: "2024-10-31", "2024-10-31 to 2024-11-02, 3 times"."""
    days = sorted(one.day for one in positions if one.day)
    span = "no day" if not days else show_day(days[0])
    if days and days[-1] != days[0]:
        span += f" to {show_day(days[-1])}"
    return span if len(positions) == 1 else f"{span}, {len(positions)} times"


def draw(rows: Sequence[Speaker], address: Callable[[Position], str]) -> list[Markup]:
    """Columns of stances, rows of speakers; an arrow where somebody moved."""
    parts = [
        text(LEFT + COLUMN * (place + 0.5), 18, TITLES[stance], "head", "middle") for place, stance in enumerate(Stance)
    ]
    parts.append(line(0, TOP - 10, LEFT + len(TITLES) * COLUMN, TOP - 10, "rule"))
    for number, row in enumerate(rows):
        y = TOP + ROW * number + ROW / 2
        parts.append(line(0, y + ROW / 2, LEFT + len(TITLES) * COLUMN, y + ROW / 2, "grid"))
        parts.append(text(0, y + 5, clip(called(row.name), 34), "name"))
        taken = [place for place, stance in enumerate(Stance) if row.positions[stance]]
        if row.moved and len(taken) > 1:
            first, last = (LEFT + COLUMN * (place + 0.5) for place in (taken[0], taken[-1]))
            parts.append(line(first, y + 12, last, y + 12, "moved"))  # below the days, so that they can be read
        for place, stance in enumerate(Stance):
            several = row.positions[stance]
            if several:
                x = LEFT + COLUMN * (place + 0.5)
                days = sorted(one.day for one in several if one.day)
                does = TITLES[stance] if stance is Stance.OPEN else f"{TITLES[stance]} it"
                label = f"{called(row.name)} {does}, {days_of(several)}"
                day = text(x + 16, y + 5, show_day(days[0]) if days else "", "tick")
                parts.append(linked(address(several[0]), label, glyph(stance, x, y, len(several)) + day))
    return parts


def glyph(stance: Stance, x: float, y: float, times: int) -> Markup:
    """A full disc asserts, a half one doubts, a cross denies, a dotted ring leaves open; the more often, the larger."""
    size = min(6.0 + 1.2 * (times - 1), 12.0)
    match stance:
        case Stance.ASSERT:
            return element("circle", {"cx": x, "cy": y, "r": size, "class": "assert"})
        case Stance.DOUBT:
            half = f"M{x:.1f} {y - size:.1f}A{size:.1f} {size:.1f} 0 0 1 {x:.1f} {y + size:.1f}Z"
            ring = element("circle", {"cx": x, "cy": y, "r": size, "class": "doubt ring"})
            return ring + element("path", {"d": half, "class": "doubt half"})
        case Stance.DENY:
            left, right, up, down = x - size, x + size, y - size, y + size
            cross = f"M{left:.1f} {up:.1f}L{right:.1f} {down:.1f}M{right:.1f} {up:.1f}L{left:.1f} {down:.1f}"
            return element("path", {"d": cross, "class": "deny"})
        case Stance.OPEN:
            return element("circle", {"cx": x, "cy": y, "r": size, "class": "open ring"})
