"""Damage that is noted beside a report."""

from __future__ import annotations

import pytest

from foreigndesk.intake.damage import find_damage


def test_lost_characters_are_counted_and_the_first_is_located() -> None:
    (trouble,) = find_damage("The minister\ufffds aide, Ren\ufffd")
    assert trouble.what == "2 unreadable characters (shown as U+FFFD)"
    assert trouble.where == "character 12"


@pytest.mark.parametrize("text", ["It’s “clear” – €5", "Анна в Самаре и Перми", "Évian, Besançon"])
def test_utf_8_once_read_as_windows_1252_is_noticed(text: str) -> None:
    garbled = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    (trouble,) = find_damage(garbled)
    assert trouble.what.startswith("garbled characters")


@pytest.mark.parametrize("text", ["It’s “clear” – €5", "“Le café’” à São Paulo", "SÃO PAULO", "20 °C, Â", "Анна", ""])
def test_clean_text_is_not_called_damaged(text: str) -> None:
    assert find_damage(text) == ()
