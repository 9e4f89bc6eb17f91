"""Find the names of a report: known actors, and persons and bodies that no table knows."""

from __future__ import annotations

from foreigndesk.reading.names.find import find_names
from foreigndesk.reading.names.fullest import full_name

__all__ = ["find_names", "full_name"]
