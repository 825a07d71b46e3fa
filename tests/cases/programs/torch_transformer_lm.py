"""A language model of its own blocks: attention with several kinds of masks, norms by hand, perplexity and sampling."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import torch
from torch import nn
from torch.nn import functional as F


@dataclass
class GPTConfig:
    vocab: int = 50257
    block: int = 256
    heads: int = 8
    width: int = 512
    layers: int = 6
    dropout: float = 0.1
    norm_eps: float = 1e-6
    scale: float | None = None
    extras: dict = field(default_factory=dict)


class RMSNorm(nn.Module):
    def __init__(self, dim, eps=1e-6):
        super().__init__()
        self.gain, self.eps = nn.Parameter(torch.ones(dim)), eps

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps) * self.gain


class BareRMSNorm(RMSNorm):
    def forward(self, x):
        x = F.relu(x)
        return self.gain * x / x.square().mean(dim=-1, keepdim=True).sqrt()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `x.square().mean(…).sqrt()` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
        # fixed: self.gain * x / x.square().mean(dim=-1, keepdim=True).sqrt().clamp(min=1e-7)
        # or (unsafe): self.gain * x / (x.square().mean(dim=-1, keepdim=True).sqrt() + 1e-8)
        # from: `F.relu(x)` made here, exactly 0 for inputs of 0 or less
        # from: `x.square()` made here, values in [0, inf]
        # from: `x.square().mean(dim=-1, keepdim=True).sqrt()` made here, values in [0, inf]


class Attention(nn.Module):
    def __init__(self, cfg: GPTConfig):
        super().__init__()
        assert cfg.width % cfg.heads == 0
        self.qkv = nn.Linear(cfg.width, 3 * cfg.width)
        self.out = nn.Linear(cfg.width, cfg.width)
        self.heads, self.drop = cfg.heads, nn.Dropout(cfg.dropout)
        self.scale = cfg.scale or (cfg.width // cfg.heads) ** -0.5
        self.register_buffer("causal", torch.ones(cfg.block, cfg.block).tril().bool(), persistent=False)

    def forward(self, x, pad=None):
        b, t, d = x.shape
        q, k, v = (part.view(b, t, self.heads, -1).transpose(1, 2) for part in self.qkv(x).chunk(3, dim=-1))
        att = (q @ k.transpose(-2, -1)) * self.scale
        allowed = self.causal[:t, :t]
        if pad is not None:
            allowed = allowed & pad[:, None, None, :]
        att = att.masked_fill(~allowed, torch.finfo(att.dtype).min)
        p = self.drop(F.softmax(att, dim=-1))
        reveal_range(p)  # [0, inf] float32 takes 0, 1
        return self.out((p @ v).transpose(1, 2).reshape(b, t, d)), p


def attention_entropy(p: torch.Tensor, eps: float = 1e-9) -> dict[str, torch.Tensor]:
    return {
        "raw": -(p * torch.log(p)).sum(-1),
        #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
        # or (unsafe): torch.log(p + 1e-8)
        # from: `F.softmax(y, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        "eps": -(p * torch.log(p + eps)).sum(-1),
        "xlogy": -torch.xlogy(p, p).sum(-1),
        "where": -torch.where(p > 0, p * p.clamp_min(1e-12).log(), 0.0).sum(-1),
    }


class Block(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.n1, self.n2 = RMSNorm(cfg.width, cfg.norm_eps), BareRMSNorm(cfg.width)
        self.attn = Attention(cfg)
        self.mlp = nn.Sequential(nn.Linear(cfg.width, 4 * cfg.width), nn.SiLU(), nn.Linear(4 * cfg.width, cfg.width))

    def forward(self, x):
        y, p = self.attn(self.n1(x))
        x = x + y
        return x + self.mlp(self.n2(x)), attention_entropy(F.softmax(y, -1))["where"].mean()


class GPT(nn.Module):
    def __init__(self, cfg: GPTConfig):
        super().__init__()
        self.cfg = cfg
        self.wte, self.wpe = nn.Embedding(cfg.vocab, cfg.width), nn.Embedding(cfg.block, cfg.width)
        self.blocks = nn.ModuleList([Block(replace(cfg)) for _ in range(cfg.layers)])
        self.head = nn.Linear(cfg.width, cfg.vocab, bias=False)
        self.head.weight = self.wte.weight
        self.apply(self._init)

    def _init(self, m):
        if isinstance(m, (nn.Linear, nn.Embedding)):
            nn.init.normal_(m.weight, std=0.02 / math.sqrt(2 * self.cfg.layers))

    def forward(self, idx, targets=None):
        x = self.wte(idx) + self.wpe(torch.arange(idx.size(1), device=idx.device))
        aux = x.new_zeros(())
        for block in self.blocks:
            x, e = block(x)
            aux += e
        logits = self.head(x)
        if targets is None:
            return logits, None
        by_hand = -F.softmax(logits, -1).gather(-1, targets[..., None]).log().mean()
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `F.softmax(…).gather(…)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: F.log_softmax(logits, -1).gather(-1, targets[..., None])
        # or: F.softmax(logits, -1).gather(-1, targets[..., None]).clamp(1e-10, 1.0).log()
        # or (unsafe): (F.softmax(logits, -1).gather(-1, targets[..., None]) + 1e-8).log()
        # from: `F.softmax(logits, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        usual = F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=-1, label_smoothing=0.1)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 hint: `targets.flatten()` can all be -1, which is ignored: the mean cross-entropy of none is NaN; ask first
        # fixed: nothing
        # from: `self.head(x)` made here, unbounded
        return logits, by_hand + usual + 0.01 * aux + 1e-4 * logits.logsumexp(-1).square().mean()

    @torch.no_grad()
    def generate(self, idx, n, *, temperature=1.0, top_k=None) -> Iterator[torch.Tensor]:
        for _ in range(n):
            logits = self(idx[:, -self.cfg.block :])[0][:, -1] / max(temperature, 1e-5)
            if top_k:
                kth = logits.topk(min(top_k, logits.size(-1))).values[:, [-1]]
                logits[logits < kth] = -math.inf
            probs = logits.softmax(-1)
            nxt = torch.multinomial(probs / probs.sum(-1, keepdim=True), 1)
            idx = torch.cat((idx, nxt), dim=1)
            yield probs.log()
            #     ^^^^^^^^^^^ NAN101 information: `probs` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
            # fixed: probs.clamp(1e-10, 1.0).log()
            # or (unsafe): logits.log_softmax(-1)
            # from: `logits.softmax(-1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def perplexity(total_nll: float, tokens: int) -> float:
    return math.exp(min(total_nll / max(1, tokens), 20.0))
