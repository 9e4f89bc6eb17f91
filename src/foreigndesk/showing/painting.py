"""What rich lays out, as text for a screen. The listings do without it: rich takes longer to load than a query."""

from __future__ import annotations

import io

from rich.console import Console, RenderableType

from foreigndesk.showing.screen import Screen


def show_on(screen: Screen, *parts: RenderableType) -> str:
    """The parts as text for the screen, with escape sequences only where it knows colours."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=screen.width,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for part in parts:
        console.print(part, soft_wrap=False)
    # Padding at line ends is of no use to anybody and spoils copies and diffs.
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))
