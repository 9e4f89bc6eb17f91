"""The language of a report."""

from __future__ import annotations

from pathlib import Path

from foreigndesk.intake.language import find_language, read_language
from tests.intake.taking import take

FRENCH = (
    "Le gouvernement du pays voisin a annoncé mardi que les pourparlers entre les deux pays reprendraient à"
    " Genève la semaine prochaine, après trois mois d'interruption, selon un communiqué publié dans la soirée."
)
KOREAN = (
    "외교부는 목요일 주변국 대사를 초치해 군사 장비 이전에 항의했다고 밝혔다."
    " 대변인은 정례 브리핑에서 이번 이전이 결의 위반이라고 말했다."
)


def test_english_is_english_and_few_words_are_no_evidence() -> None:
    english = (
        "The foreign ministry said on Tuesday that the talks between the two states would resume in Geneva next week."
    )
    assert find_language(f"{english} {english}") == "en"
    assert find_language("The foreign ministry said on Tuesday") is None


def test_a_report_in_another_language_is_taken_in_with_its_language(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(FRENCH, encoding="utf-8")
    (report,), setbacks = take(path)
    assert (report.language, setbacks) == ("fr", [])


def test_a_script_without_spaces_between_words_is_recognised() -> None:
    assert find_language(KOREAN) == "ko"


def test_a_stated_language_is_read_by_its_code() -> None:
    assert [read_language(code) for code in ("en_GB", "FR", "eng", "english", "", None)] == [
        "en",
        "fr",
        "en",
        "en",
        None,
        None,
    ]
