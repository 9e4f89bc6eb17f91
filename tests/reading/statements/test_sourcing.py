import pytest

from foreigndesk.model import SourcingKind
from tests.reading.statements.resolving import resolve


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("Two people who have read the assessment", SourcingKind.UNNAMED),
        ("Two individuals conversant in the matter", SourcingKind.UNNAMED),
        ("American intelligence agencies", SourcingKind.NAMED),
        ("Rights groups", SourcingKind.COLLECTIVE),
        ("Regulators", SourcingKind.UNNAMED),
        ("Some Republicans", SourcingKind.COLLECTIVE),
        ("About 4 in 10 voters", SourcingKind.COLLECTIVE),
        ("A Washington Post poll", SourcingKind.DOCUMENT),
        ("The Halden Times", SourcingKind.MEDIA),
        ("China's chargé d'affaires", SourcingKind.TITLE),
        ("The Kremlin's press office", SourcingKind.SPOKESPERSON),
        ("The family", SourcingKind.COLLECTIVE),
    ],
)
def test_a_speaker_has_the_class_of_the_noun_that_describes_him(speaker: str, kind: SourcingKind) -> None:
    assert resolve(f"{speaker} said that talks had failed.", speaker)[1].kind is kind
