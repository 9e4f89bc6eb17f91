"""The gists of what is told, kept by the words, so that nobody makes them twice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from foreigndesk.casefile.store import Store


def save_gists(store: Store, gists: Mapping[str, bytes]) -> None:
    """Keep gists by the fingerprint of their words; what is kept already stays."""
    store.write_all("INSERT OR IGNORE INTO gists VALUES (?, ?)", list(gists.items()))


def load_gists(store: Store, words: Iterable[str]) -> dict[str, bytes]:
    """Those of some gists that are kept, by the fingerprint of their words."""
    rows = store.rows(
        "SELECT words, gist FROM gists WHERE words IN (SELECT value FROM json_each(?))", json.dumps(sorted(set(words)))
    )
    return {row[0]: row[1] for row in rows}
