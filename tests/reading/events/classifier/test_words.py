from foreigndesk.reading.events.classifier import words
from tests.reading.events.classifier.test_pair import pair_in


def test_all_numbers_are_one_word() -> None:
    pair = pair_in("Chad freed 40 soldiers of Mali.", "Chad", "Mali")
    assert "#" in set(words.whole_features(pair))


def test_the_names_of_the_parties_do_not_speak_for_a_type() -> None:
    pair = pair_in("Chad praised Mali.", "Chad", "Mali")
    told = {*words.path_features(pair), *words.between_features(pair), *words.whole_features(pair)}
    assert not any("chad" in name or "mali" in name for name in told)


def test_a_negation_on_the_path_is_told_with_its_verb() -> None:
    pair = pair_in("Chad did not praise Mali.", "Chad", "Mali")
    assert "praise_not" in set(words.path_features(pair))


def test_a_passive_turns_the_relations_of_the_parties() -> None:
    active = set(words.path_features(pair_in("Chad praised Mali.", "Chad", "Mali")))
    passive = set(words.path_features(pair_in("Mali was praised by Chad.", "Chad", "Mali")))
    assert "A:nsubj" in active - passive
    assert "B:nsubjpass" in passive - active
