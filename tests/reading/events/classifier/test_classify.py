import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import Span
from foreigndesk.reading.events.classifier import Verdict, classify, in_use, load_model
from foreigndesk.reading.parse import parse


def verdict_on(text: str, actor: str, recipient: str | None, hint: str | None = None) -> Verdict:
    ours = Span(text.index(actor), text.index(actor) + len(actor))
    theirs = Span(text.index(recipient), text.index(recipient) + len(recipient)) if recipient else None
    return classify(parse(text), ours, theirs, hint)


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "kind"),
    [
        ("The army of Chad shelled rebels near the border.", "The army of Chad", "rebels", "ASSAULT"),
        ("Norway will send food to Mali next month.", "Norway", "Mali", "AGREE"),
        ("Peru's president met the prime minister of Chile in Lima.", "Peru's president", "Chile", "CONSULT"),
        ("Ghana condemned Togo over the arrests.", "Ghana", "Togo", "ACCUSE"),
        ("Kenya refused to meet Uganda's envoy.", "Kenya", "Uganda", "REJECT"),
        ("Thousands of teachers went on strike in Oslo.", "Thousands of teachers", None, "PROTEST"),
    ],
)
def test_plain_sentences_are_typed_by_the_codebook(text: str, actor: str, recipient: str | None, kind: str) -> None:
    assert verdict_on(text, actor, recipient).type == kind


def test_giving_way_is_told_as_the_rules_have_it() -> None:
    text = "Chad released two soldiers of Mali."
    assert verdict_on(text, "Chad", "Mali", "CONCEDE").type == "CONCEDE"
    assert verdict_on(text, "Chad", "Mali").type == "RETREAT"
    assert {verdict_on(text, "Chad", "Mali", hint).root for hint in ("CONCEDE", "RETREAT", None)} == {"YIELD"}


def test_giving_way_is_material_cooperation_as_the_benchmark_has_it() -> None:
    assert verdict_on("Chad released two soldiers of Mali.", "Chad", "Mali", "CONCEDE").penta == 2


def test_a_rule_that_differs_is_told() -> None:
    verdict = verdict_on("Ghana condemned Togo over the arrests.", "Ghana", "Togo", "AID")
    assert [reason.rule for reason in verdict.reasons] == ["classifier", "classifier-differs"]


def test_the_reason_names_the_runner_up() -> None:
    verdict = verdict_on("Ghana condemned Togo over the arrests.", "Ghana", "Togo")
    assert verdict.runner_up in verdict.reasons[0].sentence


def test_other_sentences_of_the_report_do_not_turn_the_words_of_the_pair() -> None:
    lone = "Ghana condemned Togo over the arrests."
    among = f"The harvest was good. {lone} Rain is expected in the north."
    assert verdict_on(among, "Ghana", "Togo").type == verdict_on(lone, "Ghana", "Togo").type


def test_nobody_is_no_pair() -> None:
    with pytest.raises(ValueError, match="neither actor nor recipient"):
        classify(parse("It rained."), None, None)


def test_another_model_judges_only_while_it_is_in_use() -> None:
    text = "Ghana condemned Togo over the arrests."
    model = load_model()
    turned = type(model)(**{**vars(model), "bias": np.where(np.array(model.labels) == "AID", 99.0, 0.0)})
    with in_use(turned):
        assert verdict_on(text, "Ghana", "Togo").type == "AID"
    assert verdict_on(text, "Ghana", "Togo").type == "ACCUSE"


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_two_stretches_of_a_text_get_a_type_and_a_score(data: st.DataObject) -> None:
    text = "Chad’s army (led by Gen. Oumar) left.\n\nIt had “shelled” Mali, twice; 40 died? "
    at = st.integers(0, len(text))
    first, second = (Span(*sorted((data.draw(at), data.draw(at)))) for _ in range(2))
    try:
        verdict = classify(parse(text), first, second)
    except ValueError:
        assert not text[first.start : first.end].strip() or not text[second.start : second.end].strip()
        return
    assert verdict.type in load_types()
    assert 0 <= verdict.margin <= verdict.score <= 1
