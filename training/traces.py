"""Take from an exported graph what its export noted of the machine: doc strings and stack traces with paths."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import onnx


def strip_traces(path: Path) -> None:
    """Write a graph anew without notes on where its nodes come from; what it computes stays the same."""
    model = onnx.load(path)
    bare(model)
    bare(model.graph)
    for function in model.functions:
        bare(function)
        for node in function.node:
            bare(node)
    for part in (*model.graph.node, *model.graph.input, *model.graph.output, *model.graph.value_info):
        bare(part)
    onnx.save(model, path)


def bare(part: Any) -> None:
    """Empty the notes of a part of a model."""
    part.doc_string = ""
    if hasattr(part, "metadata_props"):
        del part.metadata_props[:]
