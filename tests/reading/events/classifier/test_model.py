import re
from pathlib import Path

import numpy as np
import pytest

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.reading.events.classifier import Seen, load_model, look_at, read_model
from foreigndesk.reading.events.classifier.features import GROUPS
from foreigndesk.reading.events.classifier.verdicts import root_of
from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements.tagging import load_tagger
from tests.reading.events.classifier.test_pair import pair_in


def seen_in(text: str, actor: str, recipient: str) -> Seen:
    pair = pair_in(text, actor, recipient)
    doc = parse(text)
    return look_at(doc, load_tagger().vectors(doc), pair.actor, pair.recipient)[1]


def test_the_labels_are_the_roots_of_the_codebook() -> None:
    assert set(load_model().labels) == {root_of(name) for name in load_types()}


def test_scores_add_up_to_one() -> None:
    chances = load_model().chances(seen_in("Chad praised Mali.", "Chad", "Mali"))
    assert float(chances.sum()) == pytest.approx(1.0, abs=1e-5)


def test_a_model_that_is_saved_and_read_again_judges_alike(tmp_path: Path) -> None:
    seen = seen_in("Chad praised Mali.", "Chad", "Mali")
    load_model().save(tmp_path / "again.npz")
    again = read_model(tmp_path / "again.npz")
    assert np.allclose(again.logits(seen), load_model().logits(seen))
    assert again.floor == load_model().floor


def test_a_file_of_another_layout_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "odd.npz", version=99)
    with pytest.raises(ValueError, match=re.escape("layout 99")):
        read_model(tmp_path / "odd.npz")


def test_every_kept_feature_belongs_to_a_group() -> None:
    assert {name.partition("|")[0] for name in load_model().names} <= set(GROUPS)


def test_features_nobody_knows_leave_the_bias_and_the_vectors_to_judge() -> None:
    model = load_model()
    unknown = Seen({group: {"zzz": 1.0} for group in GROUPS}, np.zeros_like(model.centre))
    assert np.allclose(model.logits(unknown), model.bias - model.centre.ravel() @ model.dense, atol=1e-4)
