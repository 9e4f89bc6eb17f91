from foreigndesk.model import Span
from foreigndesk.reading.events.classifier.pair import Pair
from foreigndesk.reading.parse import parse


def pair_in(text: str, actor: str | None, recipient: str | None) -> Pair:
    ours, theirs = (
        Span(text.index(words), text.index(words) + len(words)) if words is not None else None
        for words in (actor, recipient)
    )
    return Pair(parse(text), ours, theirs)


def test_the_path_leads_over_the_verb_between_the_parties() -> None:
    pair = pair_in("The army of Chad attacked rebels near Mali.", "The army of Chad", "rebels")
    assert [token.text for token in pair.way] == ["attacked"]


def test_the_deed_of_the_pair_comes_before_a_deed_of_others() -> None:
    pair = pair_in("After Niger sued Togo, Chad praised Mali.", "Chad", "Mali")
    assert pair.fits[0].coded.outcome.type == "SUPPORT"


def test_the_words_of_the_parties_are_no_part_of_what_stands_between() -> None:
    pair = pair_in("Chad quietly praised Mali.", "Chad", "Mali")
    assert [pair.doc[i].text for i in pair.between] == ["quietly", "praised"]


def test_a_recipient_printed_first_turns_the_order() -> None:
    assert pair_in("Mali was praised by Chad.", "Chad", "Mali").order == "BA"


def test_a_party_may_stand_alone() -> None:
    assert pair_in("Workers went on strike.", "Workers", None).order == "A"
    assert pair_in("Mali was praised.", None, "Mali").order == "B"


def test_whoever_is_not_marked_does_not_act() -> None:
    pair = pair_in("Niger sued Togo while Chad slept.", "Chad", None)
    assert [fit for fit in pair.fits if fit.has_actor] == []
