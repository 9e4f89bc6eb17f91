import pytest
from spacy.tokens import Token

from foreigndesk.model import Force
from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements.force import find_force
from foreigndesk.reading.statements.said import Said

OWN = frozenset({"it", "we", "i"})


def is_own(word: Token) -> bool:
    """The speaker of these sentences is an "it"."""
    return word.lower_ in OWN


def force_of(sentence: str, *, official: bool = False) -> Force:
    """The force of a sentence whose root is the cue; what is said is the clause or object that hangs on it."""
    doc = parse(sentence)
    cue = next(doc.sents).root
    said = next((c for c in cue.children if c.dep_ in {"ccomp", "xcomp", "dobj", "prep"} and c.lower_ != "on"), None)
    tokens = sorted(said.subtree, key=lambda token: token.i) if said is not None else []
    return find_force(cue, Said(tokens, is_own, official, past=cue.tag_ == "VBD"))[0]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry said that talks had failed.", Force.ASSERT),
        ("The ministry denied that talks had failed.", Force.DENY),
        ("The ministry did not deny that talks had failed.", Force.DECLINE),
        ("The ministry did not dispute the findings.", Force.ASSERT),
        ("The ministry declined to comment on the talks.", Force.DECLINE),
        ("The ministry refused to say where the talks were held.", Force.DECLINE),
        ("The ministry did not confirm the talks.", Force.DECLINE),
        ("The ministry did not return calls.", Force.DECLINE),
        ("The ministry ruled out further talks.", Force.DENY),
        ("The ministry brushed aside the criticism.", Force.DENY),
        ("The ministry opposes the pact.", Force.DENY),
        ("The envoy expressed scepticism about the idea that China is uneasy.", Force.DOUBT),
        ("The envoy doubted that China is uneasy.", Force.DOUBT),
        ("The envoy questioned whether the navy had ships.", Force.DOUBT),
        ("The envoy called for a ceasefire.", Force.URGE),
        ("The envoy told the delegates to leave.", Force.URGE),
        ("The envoy asked the delegates to leave.", Force.URGE),
        ("The envoy urged China to act.", Force.URGE),
        ("The envoy warned against an arms race.", Force.URGE),
        ("The envoy wants the fighting to stop.", Force.URGE),
        ("The envoy asked whether China would act.", Force.ASK),
        ("The envoy promised to send help.", Force.PROMISE),
        ("The envoy agreed with the plan.", Force.ASSERT),
        ("The envoy agreed to send help.", Force.PROMISE),
        ("The envoy warned that prices would rise.", Force.PREDICT),
        ("The envoy warned that spies are at work.", Force.ASSERT),
        ("The envoy warned that it will retaliate.", Force.THREATEN),
        ("The envoy feared a new war.", Force.PREDICT),
    ],
)
def test_cue_and_grammar_decide_the_force(sentence: str, expected: Force) -> None:
    assert force_of(sentence) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry said it would send help.", Force.PROMISE),
        ("The ministry said it would never give up land.", Force.DENY),
        ("The ministry said it would retaliate against any crossing.", Force.THREATEN),
        ("The ministry said prices would fall.", Force.PREDICT),
        ("The ministry said talks may resume.", Force.PREDICT),
        ("The ministry said he may be ill.", Force.ASSERT),
        ("The ministry said the rebels must leave.", Force.URGE),
        ("The ministry said it did not know where he was.", Force.DOUBT),
        ("The ministry said there was no way that China did not know.", Force.ASSERT),
        ("The ministry said the report was false.", Force.DENY),
        ("The ministry said the idea was fanciful.", Force.DOUBT),
        ("The ministry said it had decided to send help.", Force.PROMISE),
        ("The ministry said it had not decided to send help.", Force.ASSERT),
    ],
)
def test_where_the_cue_merely_says_the_words_said_decide(sentence: str, expected: Force) -> None:
    assert force_of(sentence) is expected


def test_what_an_official_says_will_be_done_is_a_promise() -> None:
    sentence = "The ministry said the results would be published on Friday."
    assert (force_of(sentence, official=True), force_of(sentence)) == (Force.PROMISE, Force.PREDICT)


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("“Leave the city now.”", Force.URGE),
        ("“Who gave the order?”", Force.ASK),
        ("“We will see.”", Force.ASSERT),
        ("“We will send help.”", Force.PROMISE),
        ("“We reject this claim.”", Force.DENY),
        ("“The talks have failed.”", Force.ASSERT),
    ],
)
def test_words_quoted_without_a_cue_have_their_own_force(quotation: str, expected: Force) -> None:
    assert find_force(None, Said(list(parse(quotation)), is_own))[0] is expected
