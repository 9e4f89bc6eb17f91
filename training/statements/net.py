"""The tagger's network: a six-layer BERT encoder, role tags for every word, links between words."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from foreigndesk.reading.statements.tagging.windows import SHAPES

RELATIONS = 3  # cue -> word of its source, cue -> word of its content, content word -> word of its source
LINK = 64  # width of a relation's projections
REACH = 127  # distances beyond this many wordpieces share one bias


class Layer(nn.Module):
    """One post-norm transformer layer with query, key and value in one product."""

    def __init__(self, width: int, heads: int, inner: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, t, w = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, t, w))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    """input_ids, attention_mask, shape_ids (batch x length) -> role logits (batch x length x 9: O, B, I for source,
    cue and content), link logits (batch x 3 x length x length)."""

    def __init__(
        self, width: int = 384, layers: int = 6, heads: int = 12, inner: int = 1536, drop: float = 0.1
    ) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, width)
        self.place = nn.Embedding(512, width)
        self.shape = nn.Embedding(SHAPES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(width, heads, inner, drop) for _ in range(layers))
        self.roles = nn.Linear(width, 9)
        self.asks = nn.Linear(width, RELATIONS * LINK)
        self.answers = nn.Linear(width, RELATIONS * LINK)
        self.liked = nn.Linear(width, RELATIONS)
        self.distance = nn.Embedding(2 * REACH + 1, RELATIONS)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.distance.weight)
        nn.init.constant_(self.liked.bias, -4.0)  # of a window's words about one in fifty is linked to a given one

    def forward(self, input_ids: Tensor, attention_mask: Tensor, shape_ids: Tensor) -> tuple[Tensor, Tensor]:
        b, t = input_ids.shape
        at = torch.arange(t, device=input_ids.device)
        x = self.drop(self.norm(self.word(input_ids) + self.place(at) + self.shape(shape_ids)))
        mask = (1.0 - attention_mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        asks = self.asks(x).view(b, t, RELATIONS, LINK).permute(0, 2, 1, 3)
        answers = self.answers(x).view(b, t, RELATIONS, LINK).permute(0, 2, 3, 1)
        far = self.distance((at[None, :] - at[:, None]).clamp(-REACH, REACH) + REACH)
        links = asks @ answers * LINK**-0.5 + self.liked(x).permute(0, 2, 1)[:, :, None, :] + far.permute(2, 0, 1)[None]
        return self.roles(x), links


def pretrained(model: Path, drop: float = 0.1) -> Tagger:
    """A tagger whose encoder starts from a BERT checkpoint folder (config.json, model.safetensors)."""
    config = json.loads((model / "config.json").read_text())
    net = Tagger(
        config["hidden_size"],
        config["num_hidden_layers"],
        config["num_attention_heads"],
        config["intermediate_size"],
        drop,
    )
    have = load_file(model / "model.safetensors")
    with torch.no_grad():
        net.word.weight.copy_(have["embeddings.word_embeddings.weight"])
        net.place.weight.copy_(
            have["embeddings.position_embeddings.weight"] + have["embeddings.token_type_embeddings.weight"][0]
        )
        copy(net.norm, have, "embeddings.LayerNorm")
        for n, layer in enumerate(net.layers):
            at = f"encoder.layer.{n}"
            for part in ("weight", "bias"):
                joined = torch.cat([have[f"{at}.attention.self.{k}.{part}"] for k in ("query", "key", "value")])
                getattr(layer.qkv, part).copy_(joined)
            copy(layer.out, have, f"{at}.attention.output.dense")
            copy(layer.norm1, have, f"{at}.attention.output.LayerNorm")
            copy(layer.up, have, f"{at}.intermediate.dense")
            copy(layer.down, have, f"{at}.output.dense")
            copy(layer.norm2, have, f"{at}.output.LayerNorm")
    return net


def copy(module: nn.Linear | nn.LayerNorm, have: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(have[name + ".weight"])
    module.bias.copy_(have[name + ".bias"])
