"""Bytes to characters, and how it is known."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.errors import IntakeError
from foreigndesk.intake.encoding import decode
from foreigndesk.model import Encoding

ENGLISH = "The officials said on Tuesday that the talks would go on, and that no date had been set for the visit. " * 6


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Анна Иванова", "cp1251"),
        ("По словам министра Сергея Петрова, переговоры прошли в Москве.", "koi8-r"),
        ("Міністерство закордонних справ, Київ, Запоріжжя", "cp1251"),
        ("“We don’t know”, said an aide in Besançon — voilà. Émile Zélande", "cp1252"),
        ("Radosław, Łódź, Wałęsa, Kołodziejczak spotkał się w Krakowie", "cp1250"),
        ("Υπουργείο Εξωτερικών Αθήνα", "cp1253"),
        ("外交部发言人在北京说", "gb18030"),
        ("外務省の報道官は東京で", "cp932"),
        ("북한 외무성 대변인은 평양에서", "cp949"),
    ],
)
def test_names_in_an_english_report_of_undeclared_encoding_are_read_right(words: str, encoding: str) -> None:
    decoded = decode(f"{ENGLISH}{words}. {ENGLISH}".encode(encoding), declares=False)
    assert words in decoded.text
    assert decoded.encoding.decided_by == "guess"
    assert decoded.troubles[0].what == "not UTF-8, and declares no encoding"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_goes(codec: str) -> None:
    decoded = decode("Überblick\r\n".encode(codec), declares=False)
    assert decoded.text == "Überblick\r\n"
    assert decoded.encoding.decided_by == "bom"


def test_an_xml_declaration_decides_before_a_meta_element() -> None:
    raw = '<?xml version="1.0" encoding="windows-1251"?><meta charset="utf-8"><p>Анна'.encode("cp1251")
    decoded = decode(raw, declares=True)
    assert decoded.encoding == Encoding("windows-1251", "declaration")
    assert decoded.text.endswith("Анна")


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    decoded = decode("<meta charset=iso-8859-1><p>It’s".encode("cp1252"), declares=True)
    assert decoded.text.endswith("It’s")
    assert decoded.encoding == Encoding("windows-1252", "meta")


def test_a_declaration_that_the_bytes_disprove_is_overruled_and_said() -> None:
    decoded = decode("<meta charset=iso-8859-1><p>‘Évian’ and Besançon".encode(), declares=True)
    assert decoded.text.endswith("‘Évian’ and Besançon")
    assert decoded.encoding == Encoding("utf-8", "utf-8")
    assert decoded.troubles[0].what == "declares windows-1252, but is UTF-8"


@pytest.mark.parametrize("label", ["rot13", "utf-7", "punycode", "no-such-thing", "iso-8859-99", "unicode_escape"])
def test_a_declaration_of_something_that_is_no_encoding_of_pages_is_passed_over(label: str) -> None:
    assert decode(f'<meta charset="{label}"><p>+AGE-'.encode(), declares=True).encoding == Encoding("utf-8", "utf-8")


def test_a_text_that_quotes_a_declaration_does_not_declare() -> None:
    text = '<meta charset="windows-1251"> is what “Анна” wrote'
    assert decode(text.encode(), declares=False).text == text


def test_damaged_utf_8_is_still_utf_8() -> None:
    raw = "“Évian” – Besançon – “Łódź”".encode() + b" \xff end"
    decoded = decode(raw, declares=False)
    assert decoded.text == "“Évian” – Besançon – “Łódź” \ufffd end"
    assert decoded.encoding == Encoding("utf-8", "guess")


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_become_text_or_are_refused(raw: bytes, declares: bool) -> None:
    with suppress(IntakeError):
        decode(raw, declares=declares).text.encode()


@given(st.sampled_from(["utf-16", "big5", "iso-2022-jp", "euc-jp", "koi8-u", "cp949", "gbk"]), st.binary(max_size=60))
def test_any_bytes_behind_any_declaration_become_text_or_are_refused(label: str, raw: bytes) -> None:
    with suppress(IntakeError):
        decode(f'<meta charset="{label}">'.encode() + raw, declares=True).text.encode()
