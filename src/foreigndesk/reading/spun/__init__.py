"""Recognise a report whose words a machine exchanged for synonyms, and what stood there before."""

from __future__ import annotations

from foreigndesk.reading.spun.find import find_spun

__all__ = ["find_spun"]
