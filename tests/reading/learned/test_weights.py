"""Learned scores: what they add up to, and that they come back from their file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from foreigndesk.reading import learned
from foreigndesk.reading.learned.weights import Weights, load_scores, read_weights, save_weights

SHIPPED = Path(learned.__file__).parent / "weights"
MOST = 1_000_000  # bytes of all weights together


def test_a_score_adds_what_features_and_vector_are_worth_and_passes_over_unknown_ones() -> None:
    one = Weights({"will": 2.0, "past": -1.0}, np.array([1.0, 0.0], np.float32), 0.5)
    assert one.score({"will", "unheard of"}) == 2.5
    assert one.score({"will", "past"}, np.array([3.0, 7.0], np.float32)) == 4.5


def test_scores_come_back_from_their_file(tmp_path: Path) -> None:
    one = Weights({"a b>c": 0.5, "é": -2.0}, np.array([0.25], np.float32), 1.5)
    save_weights(tmp_path / "scores.npz", {"sentence": one})
    again = read_weights(tmp_path / "scores.npz")["sentence"]
    assert dict(again.features) == dict(one.features)
    assert again.bias == one.bias
    assert again.vector.tolist() == one.vector.tolist()


def test_a_file_of_another_layout_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "old.npz", version=np.array(0))
    with pytest.raises(ValueError, match="layout 0"):
        read_weights(tmp_path / "old.npz")


def test_the_shipped_weights_are_small_and_hold_what_is_asked_of_them() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.glob("*.npz")) < MOST
    assert set(load_scores("forecasts")) == {"sentence", "head"}
    assert set(load_scores("silences")) == {"sentence", "who"}
