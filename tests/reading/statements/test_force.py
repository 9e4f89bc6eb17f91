import pytest
from spacy.tokens import Token

from foreigndesk.model import Force
from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements.force import find_force


def verb(sentence: str) -> Token:
    return next(sentence for sentence in parse(sentence).sents).root


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry said that talks had failed.", Force.ASSERT),
        ("The ministry denied that talks had failed.", Force.DENY),
        ("The ministry did not deny that talks had failed.", Force.DECLINE),
        ("The ministry declined to comment on the talks.", Force.DECLINE),
        ("The ministry refused to say where the talks were held.", Force.DECLINE),
        ("The ministry did not confirm the talks.", Force.DECLINE),
        ("The ministry ruled out further talks.", Force.DENY),
        ("The envoy expressed scepticism about the idea that China is uneasy.", Force.DOUBT),
        ("The envoy doubted that China is uneasy.", Force.DOUBT),
        ("The envoy called for a ceasefire.", Force.URGE),
        ("The envoy told the delegates to leave.", Force.URGE),
        ("The envoy urged China to act.", Force.URGE),
        ("The envoy asked whether China would act.", Force.ASK),
        ("The envoy promised to send help.", Force.PROMISE),
        ("The envoy warned that prices would rise.", Force.PREDICT),
        ("The envoy warned that it will retaliate.", Force.THREATEN),
    ],
)
def test_cue_and_grammar_decide_the_force(sentence: str, expected: Force) -> None:
    cue = verb(sentence)
    assert find_force(cue, sentence[cue.idx + len(cue) :])[0] is expected


def test_a_statement_without_a_cue_asserts() -> None:
    assert find_force(None, "“We will see.”")[0] is Force.ASSERT
