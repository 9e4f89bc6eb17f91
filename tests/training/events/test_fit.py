import numpy as np
import pytest
from numpy.typing import NDArray

from foreigndesk.reading.events.classifier import Seen
from foreigndesk.reading.events.classifier.features import GROUPS
from foreigndesk.reading.events.classifier.vectors import POOLS
from training.events.descent import minimise
from training.events.fit import LABELS, calibrated, fit_model, vocabulary
from training.events.folds import FOLDS, held_out
from training.events.measure import macro, pentas
from training.events.project import ridge

WIDTH = 4
KINDS = {"ACCUSE": "blame", "AID": "help", "ASSAULT": "shell"}


def row(kind: str, noise: int) -> Seen:
    named = {group: {f"n{noise % 3}": 1.0} for group in GROUPS}
    named["path"] = {KINDS[kind]: 1.0}
    return Seen(named, np.random.default_rng(noise).normal(size=(len(POOLS), WIDTH)).astype(np.float32))


def rows() -> tuple[list[Seen], list[str]]:
    roots = [kind for kind in KINDS for _ in range(6)]
    return [row(kind, n) for n, kind in enumerate(roots)], roots


def test_a_model_learns_which_word_goes_with_which_root() -> None:
    seen, roots = rows()
    model = fit_model(seen, roots, np.eye(WIDTH))
    assert [LABELS[int(model.logits(row(kind, 99)).argmax())] for kind in KINDS] == list(KINDS)


def test_a_feature_of_one_row_alone_is_not_kept() -> None:
    seen, _ = rows()
    lone = Seen({**seen[0].named, "path": {"once": 1.0}}, seen[0].vectors)
    assert "path|once" not in vocabulary([lone, *seen], GROUPS)[0]


def test_calibration_makes_boasting_scores_modest() -> None:
    seen, roots = rows()
    model = fit_model(seen, roots, np.eye(WIDTH))
    wrong = np.tile(np.eye(len(LABELS))[LABELS.index("AID")] * 9.0, (len(roots), 1))
    assert calibrated(model, wrong, roots).temperature > 1.5


def test_no_sentence_is_in_two_folds_and_every_row_is_held_out_once() -> None:
    sentences = ["a", "b", "a", "c", "d", "e", "b"]
    folds = held_out(sentences, 3)
    assert len(folds) == FOLDS
    assert sorted(i for _, held in folds for i in held) == list(range(len(sentences)))
    for learned, held in folds:
        assert {sentences[i] for i in learned}.isdisjoint(sentences[i] for i in held)


def test_the_least_of_a_bowl_is_found() -> None:
    goal = np.array([[3.0, -2.0], [0.5, 7.0]])
    steep = np.array([[1.0, 50.0], [9.0, 2.0]])

    def bowl(at: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        return float((steep * (at - goal) ** 2).sum()), 2 * steep * (at - goal)

    assert minimise(bowl, np.zeros((2, 2)), tolerance=1e-12) == pytest.approx(goal, abs=1e-3)


def test_ridge_finds_the_matrix_between_two_sets_of_rows() -> None:
    rng = np.random.default_rng(0)
    given, turn = rng.normal(size=(400, 3)).astype(np.float32), rng.normal(size=(3, 3)).astype(np.float32)
    assert ridge(given, given @ turn) == pytest.approx(turn, abs=0.02)


def test_macro_f1_counts_each_class_of_the_gold_alike() -> None:
    assert macro(["A", "B", "B", "B"], ["B", "B", "B", "B"]) == pytest.approx((0 + 6 / 7) / 2)


def test_giving_way_is_material_cooperation() -> None:
    assert pentas(["YIELD", "AGREE", "REJECT", "SANCTION"]) == ["2", "1", "3", "4"]
