"""Names of a spun report restored from the report it was spun from. All persons are invented."""

import pytest

from foreigndesk.model import Cite, Kinship, KinshipKind, Name, Report, Shared
from foreigndesk.weighing.restoring import restore_by_kin

PARENT = Report(
    "p", "", "“It is over,” said Orla Sunfield of the Harbor Center for Policy on Monday.", outlet="Harbor Post"
)
CHILD = Report("c", "", "“It is finished,” mentioned Orla Solarfield of the Harbor Heart for Coverage on Monday.")


def named(text: str, *printed: str) -> tuple[Name, ...]:
    """Names where they are printed."""
    return tuple(Name(one, None, None, text.index(one), text.index(one) + len(one)) for one in printed)


def tie(kind: KinshipKind) -> Kinship:
    """The kinship of the two."""
    shared = Shared(Cite("c", 0, len(CHILD.text)), Cite("p", 0, len(PARENT.text)))
    return Kinship("c", "p", kind, 0.6, (shared,), ())


NAMES = named(CHILD.text, "Orla Solarfield", "Harbor Heart for Coverage")
PARENTS = named(PARENT.text, "Orla Sunfield", "Harbor Center for Policy")


def test_what_the_parent_prints_is_what_stood_there() -> None:
    found = restore_by_kin(tie(KinshipKind.SPUN), CHILD, NAMES, PARENT, PARENTS)
    assert [name.restored for name in found] == ["Orla Sunfield", "Harbor Center for Policy"]
    assert [name.printed for name in found] == [name.printed for name in NAMES]
    assert "Harbor Post" in found[0].reasons[-1].sentence


def test_a_name_that_both_print_alike_stays() -> None:
    same = named(CHILD.text, "Orla")
    assert restore_by_kin(tie(KinshipKind.SPUN), CHILD, same, PARENT, named(PARENT.text, "Orla")) == same


@pytest.mark.parametrize("kind", [kind for kind in KinshipKind if kind is not KinshipKind.SPUN])
def test_only_spun_reports_are_restored(kind: KinshipKind) -> None:
    assert restore_by_kin(tie(kind), CHILD, NAMES, PARENT, PARENTS) == NAMES


def test_the_parent_is_never_restored_from_its_child() -> None:
    assert restore_by_kin(tie(KinshipKind.SPUN), PARENT, PARENTS, CHILD, NAMES) == PARENTS
