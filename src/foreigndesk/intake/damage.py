"""Damage that a text shows: characters lost, or decoded wrongly before it came here."""

from __future__ import annotations

import re
from itertools import islice

from foreigndesk.intake.draft import Trouble

# UTF-8 that was read as windows-1252: curly quotation marks, dashes, the euro; accented and Cyrillic letters.
CONTINUES = "".join(bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(0x80, 0xC0))
MOJIBAKE = re.compile(f"â€[{CONTINUES}]|â‚¬|â„¢|[ÂÃÐÑ][{CONTINUES}]")


def find_damage(text: str) -> tuple[Trouble, ...]:
    """What is to be said of a text with lost characters (U+FFFD) or garbled ones; () if it shows neither.

    >>> find_damage("It\\u00e2\\u20ac\\u2122s clear")[0].where
    'character 2'
    """
    troubles = []
    if lost := text.count("\ufffd"):
        first = text.index("\ufffd")
        troubles.append(
            Trouble(
                f"{lost} unreadable character{'s' * (lost > 1)} (shown as U+FFFD)",
                "names and quotations may be damaged there; look for a better copy",
                f"character {first}",
            )
        )
    # of two characters, one occurrence may be chance ("ÑO" is no word, but a code may hold it)
    garbled = list(islice(MOJIBAKE.finditer(text), 2))
    if len(garbled) > 1 or any(len(found.group()) > 2 for found in garbled):
        troubles.append(
            Trouble(
                f"garbled characters ({garbled[0].group()!r}): UTF-8 that was once read as windows-1252",
                "taken in as it is; look for a better copy",
                f"character {garbled[0].start()}",
            )
        )
    return tuple(troubles)
