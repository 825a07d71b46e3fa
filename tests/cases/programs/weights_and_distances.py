# Weights of classes, distances, divergences, distributions and calibration, as people write them for PyTorch.

import torch
import torch.nn as nn
import torch.nn.functional as F


def balanced_bce(logits, y):
    pos_weight = (y == 0).sum() / (y == 1).sum()
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(y == 1).sum()` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (y == 0).sum() / (y == 1).sum().clamp(min=1.0)
    # or (unsafe): (y == 0).sum() / ((y == 1).sum() + 1e-8)
    # from: `(y == 1).sum()` made here, exactly 0 where nothing matches
    return F.binary_cross_entropy_with_logits(logits, y, pos_weight=pos_weight)


def beta_weights(target):
    beta = 1 - target.sum() / target.numel()
    w = beta / (1 - beta)
    return w


def class_weights(y, k):
    freq = torch.stack([(y == c).float().mean() for c in range(k)])
    return 1.0 / freq
    #      ^^^^^^^^^^ NAN102 information: `freq` can be 0, as a share of matches is where nothing matches: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1.0 / freq.clamp(min=1e-7)
    # or (unsafe): 1.0 / (freq + 1e-8)
    # from: `(y == c).float().mean()` made here, exactly 0 where nothing matches


def dynamic(losses):
    w = 1.0 / torch.tensor([len(x) for x in losses])
    return w / w.sum()


class Contrastive(nn.Module):
    def forward(self, e1, e2, y):
        d = (e1 - e2).pow(2).sum(1).sqrt()
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(e1 - e2).pow(2).sum(1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): (e1 - e2).pow(2).sum(1).clamp(min=1e-10).sqrt()
        # or (unsafe): ((e1 - e2).pow(2).sum(1) + 1e-8).sqrt()
        return (y * d.pow(2) + (1 - y) * F.relu(1 - d).pow(2)).mean()


class CenterLoss(nn.Module):
    def __init__(self, k, d):
        super().__init__()
        self.centers = nn.Parameter(torch.randn(k, d))

    def forward(self, x, y):
        d = torch.norm(x - self.centers[y], dim=1)
        return d.mean()


def batch_all_triplet(emb, labels, margin=0.2):
    dist = torch.cdist(emb, emb)
    same = labels[None] == labels[:, None]
    pos = dist[:, :, None]
    neg = dist[:, None, :]
    loss = F.relu(pos - neg + margin)
    mask = same[:, :, None] & ~same[:, None, :]
    loss = loss[mask]
    valid = (loss > 1e-16).sum()
    return loss.sum() / valid
    #      ^^^^^^^^^^^^^^^^^^ NAN102 warning: `valid` is a count of outputs and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: loss.sum() / valid.clamp(min=1.0)
    # or (unsafe): loss.sum() / (valid + 1e-8)
    # from: `(loss > 1e-16).sum()` made here, exactly 0 where none passes the threshold


def bce_own(p, y):
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `nn.Sigmoid()` made here, exactly 0 in float32 for inputs below -89
    # from: `self.m(x)` returned by this call
    # from: `d(real)` returned by this call
    #                                     ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - p` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - p, 1e-10, 1.0))
    # from: `nn.Sigmoid()` made here, exactly 1 in float32 for inputs above 17
    # from: `self.m(x)` returned by this call
    # from: `d(real)` returned by this call


class Disc(nn.Module):
    def __init__(self):
        super().__init__()
        self.m = nn.Sequential(nn.Linear(4, 4), nn.LeakyReLU(0.2), nn.Linear(4, 1), nn.Sigmoid())

    def forward(self, x):
        return self.m(x)


def gan(d: Disc, g, opt_d, real, z):
    opt_d.zero_grad()
    loss = bce_own(d(real), torch.ones(8, 1)) + bce_own(d(g(z).detach()), torch.zeros(8, 1))
    loss.backward()
    opt_d.step()


def kd(student, teacher, T=4.0):
    p = F.softmax(teacher / T, dim=1)
    q = F.softmax(student / T, dim=1)
    return F.kl_div(q.log(), p) * T * T
    #               ^^^^^^^ NAN101 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: F.log_softmax(student / T, dim=1)
    # removes: q = F.softmax(student / T, dim=1)
    # or: q.clamp(1e-10, 1.0).log()
    # from: `F.softmax(student / T, dim=1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def js(p_logits, q_logits):
    p, q = F.softmax(p_logits, -1), F.softmax(q_logits, -1)
    m = 0.5 * (p + q)
    return 0.5 * (p * (p / m).log()).sum() + 0.5 * (q * (q / m).log()).sum()
    #                 ^^^^^^^^^^^^^ NAN101 warning: `(p / m)` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: (F.log_softmax(p_logits, -1) - m.clamp(min=1e-10).log())
    # from: `F.softmax(p_logits, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    #                  ^^^^^ NAN102 warning: `m` can be 0, as a softmax is once a logit trails the largest by 104: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (F.log_softmax(p_logits, -1) - m.clamp(min=1e-10).log())
    # adds: (F.log_softmax(p_logits, -1) - m.clamp(min=1e-10).log())
    # from: `F.softmax(p_logits, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `m = 0.5 * (p + q)` goes into `m` here
    #                                                   ^^^^^^^^^^^^^ NAN101 warning: `(q / m)` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: (F.log_softmax(q_logits, -1) - m.clamp(min=1e-10).log())
    # from: `F.softmax(q_logits, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    #                                                    ^^^^^ NAN102 hint: `m` divides in `p / m` too, where it is told: what mends it where it is made mends both
    # fixed: (F.log_softmax(q_logits, -1) - m.clamp(min=1e-10).log())
    # adds: (F.log_softmax(q_logits, -1) - m.clamp(min=1e-10).log())


def vmf(k):
    return torch.log(k) - torch.log(torch.sinh(k))
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `k` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(k, min=1e-10))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.sinh(k)` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(torch.sinh(k), min=1e-10))


def cosine_margin(x, w):
    x = x / x.norm(dim=1, keepdim=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / x.norm(dim=1, keepdim=True).clamp(min=1e-6)
    # or: F.normalize(x, dim=1)
    # or (unsafe): x / (x.norm(dim=1, keepdim=True) + 1e-8)
    # from: `x.norm(dim=1, keepdim=True)` made here, exactly 0 for a vector of zeros
    w = w / w.norm(dim=0, keepdim=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `w.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: w / w.norm(dim=0, keepdim=True).clamp(min=1e-6)
    # or: F.normalize(w, dim=0)
    # or (unsafe): w / (w.norm(dim=0, keepdim=True) + 1e-8)
    # from: `w.norm(dim=0, keepdim=True)` made here, exactly 0 for a vector of zeros
    s = x @ w
    phi = s * 0.9 - torch.sqrt(1 - s ** 2) * 0.4
    #               ^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `1 - s ** 2` can be below 0 where a cosine similarity is above 1: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(1 - s ** 2, 1e-10, 1.0))
    # from: `x @ w` made here, above 1 by rounding, for parallel vectors
    return phi


def softplus_inv(y):
    return torch.log(torch.exp(y) - 1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.exp(y) - 1` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp(torch.exp(y) - 1, min=1e-10))


def stick(logits):
    v = torch.sigmoid(logits)
    rest = torch.cumprod(1 - v, -1)
    return (v.log() + rest.log()).sum()
    #       ^^^^^^^ NAN101 warning: `v` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(logits)
    # or: v.clamp(1e-10, 1.0).log()
    # from: `torch.sigmoid(logits)` made here, exactly 0 in float32 for inputs below -89
    #                 ^^^^^^^^^^ NAN101 warning: `rest` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
    # fixed: rest.clamp(1e-10, 1.0).log()
    # or (unsafe): (rest + 1e-8).log()
    # from: `torch.sigmoid(logits)` made here, exactly 1 in float32 for inputs above 17
    # from: `rest = torch.cumprod(1 - v, -1)` goes into `rest` here


def hill(x, n):
    return x ** n / (1 + x ** n)


def ece(conf, acc, bins=10):
    tot = 0.0
    for b in range(bins):
        m = (conf > b / bins) & (conf <= (b + 1) / bins)
        tot += (conf[m].mean() - acc[m].mean()).abs() * m.float().mean()
        #       ^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `m` holds for any element, and the mean of none is NaN; ask first
        # fixed: nothing
        #                        ^^^^^^^^^^^^^ NAN106 information: nothing here shows that `m` holds for any element, and the mean of none is NaN; ask first
        # fixed: nothing
    return tot


def advantage(rewards, eps=1e-15):
    r = torch.tensor(rewards)
    return (r - r.mean()) / (r.std() + eps)
