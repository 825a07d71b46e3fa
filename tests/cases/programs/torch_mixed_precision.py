"""Training in half precision: epsilons that float16 does not hold, fills beyond its range, casts up before what is delicate."""

from contextlib import nullcontext

import torch
from torch import nn
from torch.amp import GradScaler, autocast

HALF_EPS = 1e-8


class LayerNorm16(nn.Module):
    def __init__(self, d, eps=1e-5):
        super().__init__()
        self.g, self.b, self.eps = nn.Parameter(torch.ones(d)), nn.Parameter(torch.zeros(d)), eps

    def forward(self, x):
        dtype = x.dtype
        x = x.float()
        mu = x.mean(-1, keepdim=True)
        var = (x - mu).pow(2).mean(-1, keepdim=True)
        return (self.g * (x - mu) * (var + self.eps).rsqrt() + self.b).to(dtype)


def half_log(logits):
    p = torch.softmax(logits.half(), dim=-1)
    lost = torch.log(p + HALF_EPS)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + HALF_EPS` masks nothing: `HALF_EPS` (1e-08) is 0 in float16, and log(0) is -inf; take a larger one
    # fixed: torch.log(p + 1e-4)
    # or (unsafe): torch.log_softmax(raw_logits, dim=-1)
    # from: `torch.softmax(logits.half(), dim=-1)` made here, exactly 0 in float16 once a logit trails the largest by 17
    kept = torch.log(p + 1e-6)
    #      ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-6` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
    # fixed (unsafe): torch.log_softmax(raw_logits, dim=-1)
    # adds: raw_logits = logits.half()
    # adds: raw_logits
    # from: `torch.softmax(logits.half(), dim=-1)` made here, values in [0, 1]
    wide = torch.log(p.float() + HALF_EPS)
    reveal_range(p)  # [0, 1] float16 takes 0, 1
    return lost, kept, wide


def half_exp(logits):
    z = logits.to(torch.float16).clamp(-20.0, 20.0)
    y = logits.to(dtype=torch.float16).clamp(max=11.0)
    w = logits.to(torch.bfloat16).clamp(max=80.0)
    return z.exp(), torch.exp(y), w.exp()
    #      ^^^^^^^ NAN104 warning: `z` can be 20: exp overflows to Inf in float16; bound it
    # fixed: z = logits.to(torch.float16).clamp(-20.0, 5.0)
    # adds: 5.0


def half_norm(x):
    h = x.half()
    n = h.norm(dim=-1, keepdim=True, dtype=torch.float32)
    return h / (n.half() + 1e-8), h / n.clamp(min=1e-4), x / (x.norm(dim=-1, keepdim=True) + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN201 information: `n.half() + 1e-8` masks nothing: 1e-8 is 0 in float16, and x / 0 is Inf or NaN; take a larger one
    # fixed: h / (n.half() + 4e-3)
    # from: `h.norm(dim=-1, keepdim=True, dtype=torch.float32)` made here, exactly 0 for a vector of zeros


def half_mask(scores, mask):
    filled = scores.half().masked_fill(mask, -1e4)
    lowest = scores.half().masked_fill(mask, torch.finfo(torch.float16).min)
    return filled.softmax(-1), lowest.softmax(-1)


def bernoulli_entropy(p: torch.Tensor) -> torch.Tensor:
    q = p.clamp(1e-8, 1 - 1e-8)
    r = p.double().clamp(1e-8, 1 - 1e-8)
    lo = torch.finfo(p.dtype).eps
    s = p.clamp(lo, 1 - lo)
    reveal_range(q)  # [9.99999994e-09, 1] float32 takes 9.99999994e-09, 1
    reveal_range(r)  # [1e-08, 0.99999999] float64 takes 1e-08, 0.99999999
    first = -(q * q.log() + (1 - q) * torch.log(1 - q))
    #                                 ^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(1e-8, 1 - 1e-8)` masks nothing: its upper bound 1 - 1e-8 is 1 in float32; take a smaller one
    # fixed: q = p.clamp(1e-8, 1 - 1e-7)
    # adds: 1e-7
    # from: `torch.sigmoid(x.float())` made here, exactly 1 in float32 for inputs above 17
    second = -(r * r.log() + (1 - r) * torch.log(1 - r))
    third = -(s * s.log() + (1 - s) * torch.log1p(-s))
    return first + second.to(first.dtype) + third


class Gate(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.lin = nn.Linear(d, 1).to(torch.bfloat16)
        self.temperature = nn.Parameter(torch.ones(()))

    def forward(self, x):
        g = torch.sigmoid(self.lin(x.bfloat16()))
        return g, torch.log(g), torch.log(g.float() + 1e-6), torch.sqrt(g), torch.sqrt(g + 1e-3)
        #         ^^^^^^^^^^^^ NAN101 warning: `g` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: nn.functional.logsigmoid(raw_logits)
        # adds: raw_logits = self.lin(x.bfloat16())
        # adds: raw_logits
        # or: torch.log(torch.clamp(g, 1e-10, 1.0))
        # from: `torch.sigmoid(self.lin(x.bfloat16()))` made here, exactly 0 in bfloat16 for inputs below -89
        #                                                    ^^^^^^^^^^^^^ NAN301 warning: `g` is a sigmoid, exactly 0 for inputs below -89: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): torch.sqrt(torch.clamp(g, 1e-10, 1.0))
        # or (unsafe): torch.sqrt(g + 1e-8)
        # from: `torch.sigmoid(self.lin(x.bfloat16()))` made here, exactly 0 in bfloat16 for inputs below -89


class Loop:
    def __init__(self, model, device="cuda", amp=True, accumulate=4):
        self.model, self.device = model, device
        self.scaler = GradScaler(device, enabled=amp, init_scale=2.0**14)
        self.opt = torch.optim.AdamW(model.parameters(), lr=1e-4, eps=1e-8)
        self.ctx = autocast(device, dtype=torch.float16) if amp else nullcontext()
        self.accumulate = accumulate

    def loss(self, x, y):
        g, log_g, log_safe, root, root_safe = self.model(x)
        entropy = bernoulli_entropy(torch.sigmoid(x.float()))
        lost, kept, wide = half_log(x)
        soft = nn.functional.cross_entropy(x.float(), y)
        return (
            soft
            - lost.mean()
            - kept.mean()
            - wide.mean()
            + (log_g + log_safe + root + root_safe).mean()
            + entropy.mean()
        )

    def epoch(self, loader):
        for i, (x, y) in enumerate(loader, start=1):
            with self.ctx:
                loss = self.loss(x.to(self.device, non_blocking=True), y) / self.accumulate
            self.scaler.scale(loss).backward()
            if i % self.accumulate:
                continue
            self.scaler.unscale_(self.opt)
            total = torch.linalg.vector_norm(
                torch.stack([p.grad.norm() for p in self.model.parameters() if p.grad is not None])
            )
            for p in self.model.parameters():
                if p.grad is not None:
                    p.grad.mul_(torch.clamp(1.0 / (total + 1e-6), max=1.0))
            self.scaler.step(self.opt)
            self.scaler.update()
            self.opt.zero_grad(set_to_none=True)
            yield loss.item() * self.accumulate
