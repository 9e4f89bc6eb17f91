"""Turn trained weights into what ships: one ONNX graph of eight-bit weights with a small vector, and the cut tokenizer.

python -m training.contents.export --weights FILE --encoder FOLDER --vocabulary FOLDER --corpora DIR --out FOLDER
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from training.contents.stories import load_stories
from training.contents.train import LONGEST, Encoder, all_encoded, load_encoder, load_tokenizer
from training.statements.corpus import read_corpus
from training.statements.export import PlainNorm, attend
from training.traces import strip_traces

WIDTH = 192  # numbers of the vector: average precision on held-out stories 0.188, with all 384 it is 0.193
SAMPLE = 2000  # contents of PolNeAR's training reports that show, with the stories, along which axes contents differ


class Shipped(nn.Module):
    """The encoder as it ships: one text a run, so no padding and no mask; its vector along the main axes."""

    def __init__(self, net: Encoder, axes: Tensor) -> None:
        super().__init__()
        self.net = net
        self.axes = nn.Parameter(axes)
        net.norm = PlainNorm(net.norm)
        for layer in net.layers:
            layer.norm1, layer.norm2 = PlainNorm(layer.norm1), PlainNorm(layer.norm2)

    def forward(self, input_ids: Tensor) -> Tensor:
        """1 x length ids -> the vector, of length one."""
        net = self.net
        x = net.norm(net.word(input_ids) + net.place(torch.arange(input_ids.shape[1])))
        for layer in net.layers:
            x = attend(layer, x)
        return F.normalize(x.mean(1) @ self.axes, dim=1)[0]


def axes_of(vectors: np.ndarray) -> Tensor:
    """The main axes of some vectors, a column each."""
    _, _, rows = np.linalg.svd(vectors, full_matrices=False)
    return torch.from_numpy(rows[:WIDTH].T.copy())


def contents(corpora: Path) -> list[str]:
    """Every so manieth content of PolNeAR's training reports, SAMPLE of them."""
    found = [
        " ".join(" ".join(report.text[start:end] for start, end in one.content).split())
        for report in read_corpus(corpora / "polnear" / "train")
        for one in report.attributions
    ]
    return found[:: max(1, len(found) // SAMPLE)][:SAMPLE]


def export(net: Encoder, axes: Tensor, out: Path) -> None:
    """Write OUT/gist.onnx."""
    ship = Shipped(net, axes).eval()
    with tempfile.TemporaryDirectory() as folder:
        whole_graph, ready = (Path(folder) / f"{name}.onnx" for name in ("whole", "ready"))
        program = torch.onnx.export(
            ship,
            (torch.randint(10, 2000, (1, 20)),),
            input_names=["input_ids"],
            output_names=["gist"],
            dynamic_shapes=({1: torch.export.Dim("length", min=3, max=LONGEST)},),
            opset_version=20,
            dynamo=True,
            external_data=False,
            verbose=False,
        )
        program.save(str(whole_graph))
        quant_pre_process(str(whole_graph), str(ready), skip_symbolic_shape=True)
        # Eight bits with a scale for a column: 14.1 MB, 2.7 ms a statement. Four bits with a scale for every 64 weights
        # take 9.4 MB, but 8.1 ms, as they are unpacked at each run; they are as good (average precision on held-out
        # stories, with 128 numbers: in a topic 0.387 and 0.378, over all pairs 0.166 and 0.166).
        quantize_dynamic(
            str(ready),
            str(out / "gist.onnx"),
            op_types_to_quantize=["Gather", "MatMul"],
            weight_type=QuantType.QInt8,
            per_channel=True,
        )
    strip_traces(out / "gist.onnx")


def main() -> None:
    """Write the graph and the tokenizer."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("weights", "encoder", "vocabulary", "corpora", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    net, tokenizer = load_encoder(options.encoder, options.vocabulary), load_tokenizer(options.vocabulary)
    net.load_state_dict(torch.load(options.weights, weights_only=False)["weights"])
    net.eval()
    texts = [line.whole for line in load_stories()] + contents(options.corpora)
    options.out.mkdir(parents=True, exist_ok=True)
    export(net, axes_of(all_encoded(net, tokenizer, texts)), options.out)
    shutil.copyfile(options.vocabulary / "tokenizer.json", options.out / "tokenizer.json")


if __name__ == "__main__":
    main()
