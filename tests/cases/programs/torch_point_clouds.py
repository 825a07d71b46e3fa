"""Clouds of points: normals and frames by cross products, weights by inverse distances, Chamfer and Kabsch, rotations by quaternions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter

import torch
from einops import rearrange
from torch import Tensor, nn
from torch.nn.functional import normalize


@dataclass(slots=True)
class Cloud:
    xyz: Tensor
    feats: Tensor | None = None
    eps: float = 1e-8

    def centred(self) -> Cloud:
        return Cloud(self.xyz - self.xyz.mean(0, keepdim=True), self.feats)

    def unit_sphere(self) -> Cloud:
        c = self.centred()
        radius = c.xyz.norm(dim=-1).max()
        # FIXME: information: the largest norm is 0 where all points are one
        return Cloud(c.xyz / radius, self.feats)

    def safe_unit_sphere(self) -> Cloud:
        c = self.centred()
        return Cloud(c.xyz / max(c.xyz.norm(dim=-1).max().item(), self.eps), self.feats)

    def __len__(self) -> int:
        return self.xyz.shape[0]


def knn(query: Tensor, ref: Tensor, k: int = 3):
    d = torch.cdist(query, ref)
    return torch.topk(d, k, dim=-1, largest=False, sorted=True)


def interpolate(query: Tensor, ref: Tensor, feats: Tensor, k=3, guard="eps"):
    dist, idx = knn(query, ref, k)
    if guard == "eps":
        w = 1.0 / (dist + 1e-8)
    elif guard == "clamp":
        w = dist.clamp(min=1e-10).reciprocal()
    elif guard == "square":
        w = torch.reciprocal(dist * dist)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `dist * dist` can be 0, as a distance is where both are equal: 1 / 0 is Inf; keep it away from 0
        # fixed (unsafe): torch.reciprocal(torch.clamp(dist * dist, min=1e-7))
        # or (unsafe): torch.reciprocal(dist * dist + 1e-8)
        # from: `torch.cdist(query, ref)` made here, exactly 0 where both are equal
        # from: `knn(query, ref, k)` returned by this call
    else:
        w = 1 / dist
        #   ^^^^^^^^ NAN102 warning: `dist` is a distance, exactly 0 where both are equal: x / 0 is Inf or NaN; keep it away from 0
        # fixed: 1 / dist.clamp(min=1e-7)
        # or (unsafe): 1 / (dist + 1e-8)
        # from: `torch.cdist(query, ref)` made here, exactly 0 where both are equal
        # from: `knn(query, ref, k)` returned by this call
    w = w / w.sum(dim=-1, keepdim=True)
    return (feats[idx] * w[..., None]).sum(-2)


def face_normals(v: Tensor, f: Tensor, *, safe=False) -> tuple[Tensor, Tensor]:
    a, b, c = (v[f[:, i]] for i in range(3))
    n = torch.linalg.cross(b - a, c - a)
    double_area = n.norm(dim=-1, keepdim=True)
    unit = normalize(n, dim=-1, eps=1e-6) if safe else n / double_area
    #                                                  ^^^^^^^^^^^^^^^ NAN102 information: `double_area` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: n / double_area.clamp(min=1e-6)
    # or (unsafe): n / (double_area + 1e-8)
    # from: `n.norm(dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros
    return unit, 0.5 * double_area.squeeze(-1)


def frame(x1, x2, x3):
    e1 = normalize(x3 - x2, dim=-1)
    u2 = x1 - x2
    u2 = u2 - (e1 * u2).sum(-1, keepdim=True) * e1
    e2 = u2 / torch.sqrt((u2**2).sum(-1, keepdim=True))
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt((…).sum(…))` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): u2 / torch.sqrt(torch.clamp((u2**2).sum(-1, keepdim=True), min=1e-12))
    # or: normalize(u2, dim=-1)
    # from: `torch.sqrt((u2**2).sum(-1, keepdim=True))` made here, exactly 0 for a vector of zeros
    return torch.stack([e1, e2, torch.cross(e1, e2, dim=-1)], dim=-1)


def dihedral_angle(n1, n2):
    cos = (normalize(n1, dim=-1) * normalize(n2, dim=-1)).sum(dim=-1)
    reveal_range(cos)  # [-1.0000004, 1.0000004] float32 takes -1.0000002, 1.0000002
    tame = torch.acos(cos.clamp(-1 + 1e-7, 1 - 1e-7))
    return torch.arccos(cos), tame
    #      ^^^^^^^^^^^^^^^^^ NAN105 warning: `cos` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
    # fixed: torch.arccos(torch.clamp(cos, -0.9999999, 0.9999999))
    # from: `(normalize(n1, dim=-1) * normalize(n2, dim=-1)).sum(dim=-1)` made here, above 1 by rounding, for parallel vectors


def rotation_angle(r: Tensor) -> tuple[Tensor, Tensor]:
    trace = r.diagonal(dim1=-2, dim2=-1).sum(-1)
    cos = (trace - 1) / 2
    return torch.acos(cos), torch.acos(torch.clip(cos, -0.999, 0.999))
    #      ^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `cos` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp(cos, -0.9999999, 0.9999999))


def quaternion_to_matrix(q: Tensor) -> Tensor:
    r, i, j, k = torch.unbind(q, -1)
    two_s = 2.0 / (q * q).sum(-1)
    #       ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(q * q).sum(-1)` can be 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    m = torch.stack((1 - two_s * (j * j + k * k), two_s * (i * j - k * r), two_s * (i * k + j * r)), -1)
    return m


def axis_angle(v: Tensor) -> Tensor:
    theta = v.norm(dim=-1, keepdim=True)
    small = theta < 1e-4
    safe_theta = torch.where(small, torch.ones_like(theta), theta)
    sinc = torch.where(small, 1 - theta**2 / 6, torch.sin(safe_theta) / safe_theta)
    leaking = torch.where(small, 1 - theta**2 / 6, torch.sin(theta) / theta)
    #                                              ^^^^^^^^^^^^^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `theta` is 0; mask it first
    # fixed: torch.sin(theta) / torch.where(small, 1.0, theta)
    # or: torch.sin(theta) / theta.clamp(min=1e-6)
    # or (unsafe): torch.sin(theta) / (theta + 1e-8)
    # from: `v.norm(dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros
    return sinc * v + leaking * v


def kabsch(p: Tensor, q: Tensor) -> Tensor:
    u, s, vh = torch.linalg.svd(p.T @ q, full_matrices=False)
    d = torch.sign(torch.det(vh.T @ u.T))
    fix = torch.diag(torch.stack([torch.ones_like(d), torch.ones_like(d), d]))
    rmsd2 = (p.square().sum() + q.square().sum() - 2 * s.sum()) / p.shape[0]
    return vh.T @ fix @ u.T, torch.sqrt(rmsd2.clamp(min=0.0) + 1e-12)


class PointNet(nn.Module):
    def __init__(self, k=16):
        super().__init__()
        self.local = nn.Sequential(nn.Conv1d(3, 64, 1), nn.BatchNorm1d(64), nn.ReLU())
        self.score, self.k = nn.Linear(64, 1), k

    def forward(self, cloud: Cloud):
        h = self.local(rearrange(cloud.xyz, "n c -> 1 c n")).transpose(1, 2)
        gate = torch.sigmoid(self.score(h))
        pooled = (gate * h).sum(1) / gate.sum(1)
        softly = (gate * h).sum(1) / gate.sum(1).clamp(min=1e-4)
        spread = h.var(dim=1, unbiased=False).sqrt()
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `h.var(…)` is a variance and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): h.var(dim=1, unbiased=False).clamp(min=1e-10).sqrt()
        # or (unsafe): (h.var(dim=1, unbiased=False) + 1e-8).sqrt()
        # from: `h.var(dim=1, unbiased=False)` made here, exactly 0 of a unit that is off throughout
        reveal_range(gate)  # [0, 1] float32 takes 0, 1
        return torch.cat((pooled, softly, spread, h.std(1), h.amax(1)), -1), -gate.log().mean()
        #                                                                     ^^^^^^^^^^ NAN101 warning: `gate` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: gate.clamp(1e-10, 1.0).log()
        # or (unsafe): nn.functional.logsigmoid(logits)
        # from: `torch.sigmoid(self.score(h))` made here, exactly 0 in float32 for inputs below -89


def chamfer(a: Tensor, b: Tensor, squared: bool = True) -> Tensor:
    d2 = (a[:, None] - b[None]).square().sum(-1)
    if not squared:
        d2 = d2.sqrt()
        #    ^^^^^^^^^ NAN301 information: nothing here shows that `d2` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): d2.clamp(min=1e-10).sqrt()
        # or (unsafe): (d2 + 1e-8).sqrt()
    return d2.amin(1).mean() + d2.min(dim=0).values.mean()


def train(pairs, net: PointNet):
    history = defaultdict(list)
    opt = torch.optim.Adam(net.parameters())
    for a, b in map(itemgetter("source", "target"), pairs):
        fa, gate = net(Cloud(a).unit_sphere())
        fb, _ = net(Cloud(b).safe_unit_sphere())
        loss = (fa - fb).norm() + gate + chamfer(a, b, squared=False)
        loss.backward()
        opt.step(), opt.zero_grad()
        history["loss"].append(float(loss))
    return {k: sum(v) / len(v) for k, v in history.items() if v}
