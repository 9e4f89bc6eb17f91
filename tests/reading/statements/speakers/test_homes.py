import pytest

from tests.reading.statements.resolving import resolve

MOLDOVA = "CHISINAU — Moldova voted on Sunday. Moldova's president won. {} said that ballots were missing."


@pytest.mark.parametrize(
    ("speaker", "country"),
    [
        ("Prosecutors", "MDA"),
        ("The opposition", "MDA"),
        ("Opposition leader Ana Rusu", "MDA"),
        ("A shopkeeper", None),
        ("A European diplomat", None),
    ],
)
def test_who_serves_the_state_a_report_tells_of_belongs_to_it(speaker: str, country: str | None) -> None:
    assert resolve(MOLDOVA.format(speaker), speaker)[0].mention.country == country


def test_a_country_that_the_report_does_not_say_is_explained() -> None:
    reason = resolve(MOLDOVA.format("Prosecutors"), "Prosecutors")[0].reason
    assert reason is not None
    assert "Taken to belong to Moldova, the state told of there." in reason.sentence


@pytest.mark.parametrize(
    ("speaker", "country"),
    [
        ("Ada Lund, a China expert at a bank,", None),
        ("Ada Lund, the director of the China program at a bank,", None),
        ("Ada Lund, a historian of Japan,", None),
        ("A U.S. analyst", "USA"),
        ("Ada Lund, who teaches law at a university in Leiden,", "NLD"),
        ("An envoy of Japan", "JPN"),
    ],
)
def test_what_somebody_studies_is_not_where_he_belongs(speaker: str, country: str | None) -> None:
    assert resolve(f"{speaker} said that talks had failed.", speaker)[0].mention.country == country
