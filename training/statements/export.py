"""Turn trained weights into what ships: one int8 ONNX graph, the tokenizer's file and the labels."""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from foreigndesk.reading.statements.tagging.windows import SHAPES
from training.traces import strip_traces

from .net import LINK, REACH, RELATIONS, Layer, Tagger
from .train import packaged

LABELS = {
    "version": 2,
    "inputs": ["input_ids", "shape_ids"],
    "outputs": ["roles", "links", "hidden"],
    "roles": ["source", "cue", "content"],
    "tags": ["O", "B", "I"],
    "relations": ["cue->source", "cue->content", "content->source"],
    "shapes": SHAPES,
    "window": 190,
}


class PlainNorm(nn.Module):
    """Layer normalisation written out: onnxruntime's own kernel is scalar and took a quarter of the run (1.2 times the
    whole graph's speed on one core, with onnxruntime 1.31)."""

    def __init__(self, norm: nn.LayerNorm) -> None:
        super().__init__()
        self.weight, self.bias = norm.weight, norm.bias

    def forward(self, x: Tensor) -> Tensor:
        x = x - x.mean(-1, keepdim=True)
        return x * torch.rsqrt((x * x).mean(-1, keepdim=True) + 1e-12) * self.weight + self.bias


class Shipped(nn.Module):
    """The tagger as it ships: one window a run, so no padding and no mask (a padded batch was slower: it leaves the
    cache), with onnxruntime's fused attention."""

    def __init__(self, net: Tagger) -> None:
        super().__init__()
        self.net = net
        net.norm = PlainNorm(net.norm)
        for layer in net.layers:
            layer.norm1, layer.norm2 = PlainNorm(layer.norm1), PlainNorm(layer.norm2)

    def forward(self, input_ids: Tensor, shape_ids: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """1 x length ids -> role logits (length x 9), link logits (3 x length x length), states (1 x length x 384)."""
        net, length = self.net, input_ids.shape[1]
        at = torch.arange(length)
        x = net.norm(net.word(input_ids) + net.place(at) + net.shape(shape_ids))
        for layer in net.layers:
            x = attend(layer, x)
        asks = net.asks(x)[0].view(length, RELATIONS, LINK).transpose(0, 1)
        answers = net.answers(x)[0].view(length, RELATIONS, LINK).permute(1, 2, 0)
        far = net.distance((at[None, :] - at[:, None]).clamp(-REACH, REACH) + REACH).permute(2, 0, 1)
        return net.roles(x)[0], asks @ answers * LINK**-0.5 + net.liked(x)[0].T[:, None, :] + far, x


def attend(layer: Layer, x: Tensor) -> Tensor:
    query, key, value = layer.qkv(x).chunk(3, -1)
    mixed = torch.onnx.ops.symbolic(
        "com.microsoft::MultiHeadAttention",
        [query, key, value],
        attrs={"num_heads": layer.heads},
        dtype=x.dtype,
        shape=x.shape,
        version=1,
    )
    x = layer.norm1(x + layer.out(mixed))
    return layer.norm2(x + layer.down(F.gelu(layer.up(x))))


def export(weights: Path, encoder: Path, out: Path) -> None:
    """Write OUT/tagger.onnx (int8), OUT/tagger-fp32.onnx, OUT/tokenizer.json and OUT/labels.json."""
    net = Tagger(drop=0.0)
    net.load_state_dict(torch.load(weights, weights_only=True))
    ship = Shipped(net).eval()
    out.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 2000, (1, 40))
    length = torch.export.Dim("length", min=4, max=512)
    whole = out / "tagger-fp32.onnx"
    program = torch.onnx.export(
        ship,
        (ids, torch.zeros_like(ids)),
        input_names=LABELS["inputs"],
        output_names=LABELS["outputs"],
        dynamic_shapes=({1: length},) * 2,
        opset_version=20,
        dynamo=True,
        external_data=False,
        verbose=False,
    )
    program.save(str(whole))
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        # per channel and signed: the unsigned per-tensor variant was slower and cost two points on cues
        quantize_dynamic(str(ready), str(out / "tagger.onnx"), per_channel=True, weight_type=QuantType.QInt8)
    strip_traces(out / "tagger.onnx")
    shutil.copyfile(encoder / "tokenizer.json", out / "tokenizer.json")
    (out / "labels.json").write_text(json.dumps(LABELS, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--encoder", default=str(packaged()))
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    export(Path(args.weights), Path(args.encoder), Path(args.out))


if __name__ == "__main__":
    main()
