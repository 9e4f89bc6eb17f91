"""Recognise a report whose words a machine exchanged for synonyms, and what stood there before."""

from __future__ import annotations

from foreigndesk.reading.spun.find import expected_words, find_spun

__all__ = ["expected_words", "find_spun"]
