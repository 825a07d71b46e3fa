# Modules and losses of PyTorch: masked attention, half precision, hazards, squashed actors, bounds near 1, ratios of powers.

import math
import torch
import torch.nn as nn
import torch.nn.functional as F


class Attn(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.qkv = nn.Linear(d, 3 * d)

    def forward(self, x, mask):
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        s = torch.einsum("bid,bjd->bij", q, k) / math.sqrt(q.size(-1))
        s = s + (1.0 - mask[:, None, :].float()) * float("-inf")
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `float("-inf")` is -inf: where `(1.0 - mask[…].float())` is 0 the product is 0 * Inf, NaN; use a finite mask
        # fixed (unsafe): (1.0 - mask[:, None, :].float()) * -1e9
        return s.softmax(-1) @ v


class HalfAttn(nn.Module):
    def forward(self, s, mask):
        s = s.half()
        s = s + (1 - mask.half()) * -1e9
        return torch.softmax(s, -1)
        #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def entropy_of_masked(logits, legal):
    logits = torch.where(legal, logits, torch.tensor(-torch.inf))
    p = F.softmax(logits, dim=-1)
    logp = F.log_softmax(logits, dim=-1)
    return -(p * logp).sum(-1).mean()
    #        ^^^^^^^^ NAN107 warning: `logp` is -inf for masked logits, and `p` is 0 there: 0 * Inf is NaN; use a finite mask
    # fixed (unsafe): torch.where(legal, logits, -1e9)
    # adds: -1e9
    # from: `F.log_softmax(logits, dim=-1)` made here, values in [-inf, 0]


def label_smooth(logits, y, mask):
    logp = F.log_softmax(logits.masked_fill(mask, -math.inf), dim=-1)
    return -(F.one_hot(y, logits.size(-1)) * logp).sum()
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `logp` is -inf for masked logits, and `F.one_hot(…)` is 0 there: 0 * Inf is NaN; use a finite mask
    # fixed (unsafe): logits.masked_fill(mask, -1e9)
    # adds: -1e9
    # from: `F.log_softmax(logits.masked_fill(mask, -math.inf), dim=-1)` made here, values in [-inf, 0]


class RMSNorm(nn.Module):
    def __init__(self, d, eps=1e-8):
        super().__init__()
        self.g = nn.Parameter(torch.ones(d))
        self.eps = eps

    def forward(self, x):
        x = x.to(torch.float16)
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps) * self.g
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `x.pow(…).mean(…) + self.eps` masks nothing: 1e-8 is 0 in float16, and rsqrt(0) is Inf; take a larger one
        # fixed: torch.rsqrt(torch.clamp(x.pow(2).mean(-1, keepdim=True) + self.eps, min=1e-3))


def hazard_loss(net, x, t, event):
    h = net(x)
    lam = F.softplus(h)
    return (lam * t - event * torch.log(lam)).mean()
    #                         ^^^^^^^^^^^^^^ NAN101 warning: `lam` is a softplus, exactly 0 for inputs below -103: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(lam, min=1e-10))
    # or (unsafe): torch.log(lam + 1e-8)
    # from: `F.softplus(h)` made here, exactly 0 in float32 for inputs below -103


def weibull(net, x, t):
    k, lam = net(x).exp().unbind(-1)
    return -(torch.log(k) + (k - 1) * torch.log(t / lam) - (t / lam) ** k).mean()
    #                                 ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `t / lam` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(t / lam, min=1e-10))
    #                                                      ^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `k` small enough: a power overflows to Inf in float32


class Actor(nn.Module):
    def __init__(self):
        super().__init__()
        self.mu = nn.Linear(4, 2)
        self.log_std = nn.Linear(4, 2)

    def forward(self, o):
        mu, std = self.mu(o), self.log_std(o).exp()
        #                     ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.log_std(o)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): self.log_std(o).clamp(max=30.0).exp()
        # from: `self.log_std(o)` made here, unbounded
        n = torch.distributions.Normal(mu, std)
        u = n.rsample()
        a = torch.tanh(u)
        lp = n.log_prob(u) - torch.log(1 - a.pow(2))
        #                    ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - a.pow(2)` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(1 - a.pow(2), 1e-10, 1.0))
        # from: `torch.tanh(u)` made here, exactly -1 in float32 for inputs below -9
        return a, lp.sum(-1)


def atanh_of(a):
    a = torch.clamp(a, -1 + 1e-8, 1 - 1e-8)
    return torch.atanh(a)
    #      ^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(…)` masks nothing: its lower bound -1 + 1e-8 is -1 in float32; take a larger one
    # fixed: torch.atanh(torch.clamp(a, -0.9999999, 0.9999999))


def survival(logh):
    return torch.log(1 - torch.exp(F.logsigmoid(logh)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.exp(…)` can be 0, as a log sigmoid is for inputs above 104: log(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(-logh)
    # or: torch.log(torch.clamp(1 - torch.exp(F.logsigmoid(logh)), 1e-10, 1.0))
    # from: `F.logsigmoid(logh)` made here, exactly 0 in float32 for inputs above 104
    # from: `torch.exp(F.logsigmoid(logh))` made here, values in [0, 1.00000048]


def complement(logits):
    lp = F.log_softmax(logits, -1)
    return torch.log1p(-lp.exp()).sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-lp.exp()` can be -1 where a log softmax is exactly 0: log1p(-1) is -inf; keep it above -1
    # fixed: torch.log(-torch.expm1(torch.clamp(lp, max=-1e-10)))
    # or: torch.log1p(torch.clamp(-lp.exp(), -0.9999999, 1.0))
    # from: `F.log_softmax(logits, -1)` made here, exactly 0 in float32 once one logit leads the others by 17
    # from: `lp.exp()` made here, values in [0, 1.00000048]


def gaussian_nll(mu, var, y):
    var = F.relu(var)
    return 0.5 * ((y - mu) ** 2 / var + var.log()).mean()
    #             ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `var` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (y - mu) ** 2 / var.clamp(min=1e-7)
    # or (unsafe): (y - mu) ** 2 / (var + 1e-8)
    # from: `F.relu(var)` made here, exactly 0 for inputs of 0 or less
    #                                   ^^^^^^^^^ NAN101 warning: `var` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: var.clamp(min=1e-7).log()
    # or (unsafe): (var + 1e-8).log()
    # from: `F.relu(var)` made here, exactly 0 for inputs of 0 or less


def perplexity(loss_fn, net, x, y):
    loss = loss_fn(net(x), y)
    ppl = torch.exp(loss)
    ppl.backward()


def snr(x, s):
    noise = x - s
    return 10 * torch.log10((s ** 2).sum(-1) / (noise ** 2).sum(-1)).mean()
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(s ** 2).sum(-1) / (noise ** 2).sum(-1)` stays above 0: log10(0) is -inf
    # fixed: torch.log10(torch.clamp((s ** 2).sum(-1) / (noise ** 2).sum(-1), min=1e-10))
    # or (unsafe): torch.log10((s ** 2).sum(-1) / (noise ** 2).sum(-1) + 1e-8)
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…).sum(…)` can be 0 where all that it is computed from is 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): (s ** 2).sum(-1) / (noise ** 2).sum(-1).clamp(min=1e-7)
    # or (unsafe): (s ** 2).sum(-1) / ((noise ** 2).sum(-1) + 1e-8)


def pearson(x, y):
    xm, ym = x - x.mean(), y - y.mean()
    return (xm * ym).sum() / (torch.sqrt((xm ** 2).sum()) * torch.sqrt((ym ** 2).sum()))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…)` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (xm * ym).sum() / (torch.sqrt(torch.clamp((xm ** 2).sum(), min=1e-12)) * torch.sqrt(torch.clamp((ym ** 2).sum(), min=1e-12)))
    # from: `torch.sqrt((xm ** 2).sum())` made here, exactly 0 for a vector of zeros
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(xm ** 2).sum()` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((xm ** 2).sum(), min=1e-10))
    # or (unsafe): torch.sqrt((xm ** 2).sum() + 1e-8)
    #                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(ym ** 2).sum()` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((ym ** 2).sum(), min=1e-10))
    # or (unsafe): torch.sqrt((ym ** 2).sum() + 1e-8)


def train(net, opt, batch):
    x, y = batch
    l = snr(net(x), y) + pearson(net(x), y)
    l.backward()
    opt.step()
