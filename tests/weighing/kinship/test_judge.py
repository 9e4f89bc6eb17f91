"""Who owes whom, how, and what is no debt."""

from dataclasses import replace

import pytest

from foreigndesk.model import Kinship, KinshipKind, Oddity, Spun
from foreigndesk.weighing.kinship import judge_kinship
from tests.weighing.kinship.examples import INDEPENDENT, REWRITE, WIRE, first, kin, spun

PARAGRAPHS = WIRE.split("\n\n")
FURNITURE = "4 min read\n\n{}\n\nWrite to our desk if you know more. All rights reserved by the Lapland Mirror, Oulu."


def judged(text: str, outlet: str | None = "Lapland Mirror", published: str | None = None) -> Kinship:
    """What a second report owes the wire's."""
    finding = judge_kinship(kin(text, "r-mirror", outlet, published), first())
    assert finding is not None
    return finding


def told(finding: Kinship) -> tuple[KinshipKind, str, str]:
    """Kind, debtor, creditor."""
    return finding.kind, finding.debtor, finding.creditor


def test_the_same_text_in_another_outlets_furniture_is_a_copy() -> None:
    finding = judged(FURNITURE.format(WIRE), published="2025-03-04T12:00:00+00:00")
    assert told(finding) == (KinshipKind.COPY, "r-mirror", "r-wire")


def test_paragraphs_in_another_order_are_a_copy_all_the_same() -> None:
    assert judged("\n\n".join(reversed(PARAGRAPHS))).kind is KinshipKind.COPY


def test_two_paragraphs_of_seven_are_an_excerpt() -> None:
    assert told(judged("\n\n".join(PARAGRAPHS[2:4]))) == (KinshipKind.EXCERPT, "r-mirror", "r-wire")


def test_three_paragraphs_set_into_a_report_of_ones_own_are_an_excerpt() -> None:
    own = INDEPENDENT.split("\n\n")
    finding = judged("\n\n".join([own[0], *PARAGRAPHS[3:6], *own[2:]]))
    assert told(finding) == (KinshipKind.EXCERPT, "r-mirror", "r-wire")


def test_the_outlets_own_later_version_is_an_update() -> None:
    later = "\n\n".join([PARAGRAPHS[0], "Sweden followed in the evening. Its cabinet met at nine.", *PARAGRAPHS[1:]])
    finding = judged(later, "Harbour Wire", "2025-03-04T19:00:00+00:00")
    assert told(finding) == (KinshipKind.UPDATE, "r-mirror", "r-wire")


def test_a_paragraph_of_background_that_an_outlet_prints_again_is_no_debt() -> None:
    again = kin(f"{INDEPENDENT}\n\n{PARAGRAPHS[4]}", "r-next", "Harbour Wire", "2025-03-05")
    assert judge_kinship(again, first()) is None


def test_a_report_recast_by_a_person_is_a_rewrite() -> None:
    finding = judged(REWRITE, "Baltic Evening Post", "2025-03-04T15:00:00+00:00")
    assert told(finding) == (KinshipKind.REWRITE, "r-mirror", "r-wire")


def test_words_exchanged_one_by_one_are_spun() -> None:
    finding = judged(spun(WIRE), "newsfeed365", "2025-03-04T16:00:00+00:00")
    assert told(finding) == (KinshipKind.SPUN, "r-mirror", "r-wire")


def test_two_reporters_at_one_event_with_one_official_sentence_are_no_kin() -> None:
    assert judge_kinship(kin(INDEPENDENT, "r-mirror", "Lapland Mirror", "2025-03-04"), first()) is None


def test_a_quotation_taken_over_with_credit_is_no_more_than_that() -> None:
    taken = '\n\n"They knew our shifts better than my wife does," a lieutenant told Harbour Wire.'
    finding = judged(INDEPENDENT + taken)
    assert told(finding) == (KinshipKind.QUOTES, "r-mirror", "r-wire")
    assert finding.score < 0.2


def test_a_quotation_printed_before_the_one_it_is_credited_to_is_doubted() -> None:
    taken = '\n\n"They knew our shifts better than my wife does," a lieutenant told Harbour Wire.'
    finding = judged(INDEPENDENT + taken, published="2025-03-03")
    assert finding.doubt is not None
    assert "published later" in finding.doubt


def test_naming_an_outlet_without_taking_anything_is_no_debt() -> None:
    text = f"{INDEPENDENT}\n\nOther papers, among them Harbour Wire, had predicted a warm March."
    assert judge_kinship(kin(text, "r-mirror", "Lapland Mirror"), first()) is None


def test_a_report_is_never_kin_to_itself() -> None:
    assert judge_kinship(first(), first()) is None


def test_texts_without_words_owe_nothing() -> None:
    assert judge_kinship(kin("", "r-a"), kin("\n - \n", "r-b")) is None


# -- direction ---------------------------------------------------------------------------------------------------------


def test_of_two_copies_without_hours_nobody_knows_the_first() -> None:
    unsigned = WIRE.replace("Harbour Wire", "this paper")
    finding = judge_kinship(kin(unsigned, "r-1", "One"), kin(unsigned, "r-2", "Two"))
    assert finding is not None
    assert finding.doubt == "which of the two came first cannot be known"


def test_a_credit_outweighs_an_earlier_hour_and_the_doubt_is_said() -> None:
    finding = judged(WIRE, published="2025-03-04T08:00:00+00:00")
    assert told(finding) == (KinshipKind.COPY, "r-mirror", "r-wire")
    assert finding.doubt is not None
    assert "disagree" in finding.doubt


def test_the_one_with_traces_of_spinning_owes_the_other() -> None:
    plain = WIRE.replace("Harbour Wire", "this paper")
    traces = Spun((Oddity("sentries", "guards", 0, 8, "odd"),), 0.9)
    machine = replace(kin(spun(plain), "r-1", "One"), spun=traces)
    finding = judge_kinship(machine, kin(plain, "r-2", "Two"))
    assert finding is not None
    assert told(finding) == (KinshipKind.SPUN, "r-1", "r-2")
    assert finding.doubt is None


def test_a_bare_day_is_not_earlier_than_an_hour_of_that_day() -> None:
    unsigned = WIRE.replace("Harbour Wire", "this paper")
    one, two = kin(unsigned, "r-1", "One", "2025-03-04"), kin(unsigned, "r-2", "Two", "2025-03-04T09:00:00+00:00")
    finding = judge_kinship(one, two)
    assert finding is not None
    assert finding.doubt == "which of the two came first cannot be known"


@pytest.mark.parametrize("text", [FURNITURE.format(WIRE), "\n\n".join(PARAGRAPHS[2:4]), spun(WIRE), REWRITE])
def test_every_finding_says_why_and_cites_both_sides(text: str) -> None:
    finding = judged(text, published="2025-03-05")
    texts = {"r-mirror": text, "r-wire": WIRE}
    assert finding.reasons
    assert finding.shared
    assert {cite.report for cite in finding.cites} == {"r-mirror", "r-wire"}
    assert all(0 <= cite.start < cite.end <= len(texts[cite.report]) for cite in finding.cites)
    assert all(reason.sentence.endswith(".") for reason in finding.reasons)
