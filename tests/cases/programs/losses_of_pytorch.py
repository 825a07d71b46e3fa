# Losses as people write them for PyTorch: prototypes, contrastive and segmentation losses, PPO, attention, angles.

import torch
import torch.nn as nn
import torch.nn.functional as F


class Prototypes(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(d, 64), nn.ReLU())
        self.centres = nn.Parameter(torch.zeros(k, 64))

    def forward(self, x):
        h = self.net(x)
        dist = ((h.unsqueeze(1) - self.centres) ** 2).sum(-1).sqrt()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((…) ** 2).sum(-1)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): ((h.unsqueeze(1) - self.centres) ** 2).sum(-1).clamp(min=1e-10).sqrt()
        # or (unsafe): (((h.unsqueeze(1) - self.centres) ** 2).sum(-1) + 1e-8).sqrt()
        # from: `nn.ReLU()` made here, exactly 0 for inputs of 0 or less
        # from: `self.net(x)` returned by this call
        return F.softmin(dist, dim=1)


def train_prototypes(model, opt, x, y):
    p = model(x)
    loss = -(p[range(len(y)), y]).log().mean()
    opt.zero_grad(); loss.backward(); opt.step()


def contrastive(z1, z2, t=0.07):
    z1 = F.normalize(z1, dim=1)
    z2 = F.normalize(z2, dim=1)
    sim = torch.exp(z1 @ z2.T / t)
    pos = sim.diag()
    neg = sim.sum(1) - pos
    return -torch.log(pos / (pos + neg)).mean()


def supcon(features, labels, t=0.1):
    features = F.normalize(features, dim=1)
    mask = (labels[:, None] == labels[None, :]).float()
    mask.fill_diagonal_(0)
    logits = features @ features.T / t
    log_prob = F.log_softmax(logits, dim=1)
    return -((mask * log_prob).sum(1) / mask.sum(1)).mean()
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `mask.sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (mask * log_prob).sum(1) / mask.sum(1).clamp(min=1.0)
    # or (unsafe): (mask * log_prob).sum(1) / (mask.sum(1) + 1e-8)
    # from: `mask.sum(1)` made here, exactly 0 where nothing matches


def masked_attention(q, k, v, pad):
    s = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    s = s.masked_fill(pad[:, None, :], float("-inf"))
    return F.softmax(s, dim=-1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): s.masked_fill(pad[:, None, :], -1e9)
    # adds: -1e9


def ppo(model, obs, act, old_logp, adv):
    dist = torch.distributions.Categorical(logits=model(obs))
    ratio = (dist.log_prob(act) - old_logp).exp()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `(dist.log_prob(act) - old_logp)` small enough: exp overflows to Inf in float32
    # fixed (unsafe): (dist.log_prob(act) - old_logp).clamp(max=30.0).exp()
    adv = (adv - adv.mean()) / adv.std()
    #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `adv.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (adv - adv.mean()) / adv.std().clamp(min=1e-6)
    # or (unsafe): (adv - adv.mean()) / (adv.std() + 1e-8)
    # from: `adv.std()` made here, exactly 0 where all elements are equal
    loss = -torch.min(ratio * adv, ratio.clamp(0.8, 1.2) * adv).mean()
    loss.backward()


def kl_gauss(mu, logvar, net, x):
    mu, logvar = net(x).chunk(2, dim=-1)
    return -0.5 * (1 + logvar - mu ** 2 - logvar.exp()).sum()
    #                                     ^^^^^^^^^^^^ NAN104 information: nothing here keeps `logvar` small enough: exp overflows to Inf in float32
    # fixed (unsafe): logvar = torch.clamp(logvar, max=30.0)
    # adds: logvar = torch.clamp(logvar, max=30.0)
    # or (unsafe): logvar.clamp(max=30.0).exp()


def tversky(logits, target, a=0.3, b=0.7):
    p = torch.sigmoid(logits)
    tp = (p * target).sum((1, 2, 3))
    fp = (p * (1 - target)).sum((1, 2, 3))
    fn = ((1 - p) * target).sum((1, 2, 3))
    return (1 - tp / (tp + a * fp + b * fn)).mean()


def focal(logits, y, gamma=2.0):
    p = torch.sigmoid(logits)
    pt = torch.where(y == 1, p, 1 - p)
    return -((1 - pt) ** gamma * pt.log()).mean()
    #                            ^^^^^^^^ NAN101 warning: `pt` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.where(y == 1, F.logsigmoid(logits), F.logsigmoid(-logits))
    # or: pt.clamp(1e-10, 1.0).log()
    # or (unsafe): (pt + 1e-8).log()
    # from: `torch.sigmoid(logits)` made here, exactly 0 in float32 for inputs below -89
    # from: `pt = torch.where(y == 1, p, 1 - p)` goes into `pt` here


def entropy_bonus(logits):
    p = logits.softmax(-1)
    return -(p * p.log2()).sum(-1).mean()
    #            ^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log2(0) is -inf; keep it above 0
    # fixed: (logits.log_softmax(-1) / 0.6931471805599453)
    # or: p.clamp(1e-10, 1.0).log2()
    # from: `logits.softmax(-1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def angular(emb, w):
    cos = F.linear(F.normalize(emb), F.normalize(w))
    theta = torch.acos(cos)
    #       ^^^^^^^^^^^^^^^ NAN105 warning: `cos` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
    # fixed: torch.acos(torch.clamp(cos, -0.9999999, 0.9999999))
    # from: `F.linear(F.normalize(emb), F.normalize(w))` made here, above 1 by rounding, for parallel vectors
    return torch.cos(theta + 0.5)


def arc_sin(emb, w):
    cos = F.linear(F.normalize(emb), F.normalize(w))
    return torch.sqrt(1.0 - cos ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `1.0 - cos ** 2` can be below 0 where a cosine similarity is above 1: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(1.0 - cos ** 2, 1e-10, 1.0))
    # from: `F.linear(F.normalize(emb), F.normalize(w))` made here, above 1 by rounding, for parallel vectors


def chamfer(a, b):
    d = torch.cdist(a, b)
    return d.min(1).values.mean()


def rmse_of_pairs(x):
    diff = x.unsqueeze(0) - x.unsqueeze(1)
    return diff.pow(2).sum(-1).pow(0.5).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `diff.pow(2).sum(-1)` can be 0, as a pairwise difference can: x ** 0.5 has an infinite gradient at 0
    # fixed (unsafe): diff.pow(2).sum(-1).clamp(min=1e-10).pow(0.5)
    # or (unsafe): (diff.pow(2).sum(-1) + 1e-8).pow(0.5)
    # from: `x.unsqueeze(0) - x.unsqueeze(1)` made here, exactly 0 where an element meets itself
