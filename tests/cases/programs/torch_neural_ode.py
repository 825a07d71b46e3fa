"""Physics by a network: an integrator with adaptive steps, residuals of an equation, energies with poles at a distance of 0."""

import math
from functools import partialmethod
from typing import Callable, ClassVar, Protocol

import torch
from torch import autograd, nn

TINY = 1e-12


class Field(Protocol):
    def __call__(self, t: float, y: torch.Tensor) -> torch.Tensor: ...


def rk4_step(f: Field, t, y, h):
    k1 = f(t, y)
    k2 = f(t + h / 2, y + h / 2 * k1)
    k3 = f(t + h / 2, torch.add(y, k2, alpha=h / 2))
    k4 = f(t + h, y + h * k3)
    return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)


def adaptive(f: Field, y, t0=0.0, t1=1.0, *, rtol=1e-3, atol=1e-6, h=0.1):
    t, steps = t0, 0
    while t < t1 and steps < 1000:
        steps += 1
        h = min(h, t1 - t)
        whole, halves = rk4_step(f, t, y, h), rk4_step(f, t + h / 2, rk4_step(f, t, y, h / 2), h / 2)
        error = ((whole - halves) / (atol + rtol * torch.maximum(y.abs(), halves.abs()))).pow(2).mean().sqrt().item()
        if error <= 1.0:
            t, y = t + h, halves
        if error == 0:
            h *= 5.0
            continue
        h *= min(5.0, max(0.2, 0.9 * (1.0 / error) ** 0.2))
    return y


class Potential(nn.Module):
    strength: ClassVar[float] = 1.0

    def __init__(self, masses, softening=0.0):
        super().__init__()
        self.register_buffer("m", torch.as_tensor(masses, dtype=torch.float32))
        self.softening = softening

    def pairs(self, q):
        return q[:, None, :] - q[None, :, :]

    def newton(self, q):
        r = torch.linalg.norm(self.pairs(q), dim=-1)
        # Each point meets itself on the diagonal, and `triu` keeps its derivative NaN.
        return -self.strength * (self.m[:, None] * self.m / r).triu(diagonal=1).sum()
        #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `r` is a distance of each to each, exactly 0 from itself: x / 0 is Inf or NaN; keep it away from 0
        # fixed: self.m[:, None] * self.m / r.clamp(min=1e-6)
        # or (unsafe): self.m[:, None] * self.m / (r + 1e-8)
        # from: `torch.linalg.norm(self.pairs(q), dim=-1)` made here, exactly 0 from itself

    def plummer(self, q):
        r2 = self.pairs(q).square().sum(-1)
        inv = torch.rsqrt(r2 + 1e-4)
        reveal_range(inv)  # [0, 100.000031] float32 takes 100
        return -self.strength * (self.m[:, None] * self.m * inv).triu(1).sum()

    def upper_pairs(self, q):
        i, j = torch.triu_indices(len(q), len(q), offset=1)
        r = (q[i] - q[j]).norm(dim=-1)
        return -(self.m[i] * self.m[j] / r.clamp(min=1e-3)).sum()

    def lennard_jones(self, q, sigma=1.0, eps=1.0):
        r2 = self.pairs(q).pow(2).sum(dim=-1)
        r2 = r2 + torch.eye(q.size(0)) * 1e6
        s6 = (sigma**2 / r2) ** 3
        return 4 * eps * (s6 * s6 - s6).sum() / 2

    def energy(self, q, p, *, kind):
        kinetic = (p.square().sum(-1) / (2 * self.m)).sum()
        return kinetic + getattr(self, kind)(q)

    newtonian = partialmethod(energy, kind="newton")
    softened = partialmethod(energy, kind="plummer")


class HNN(nn.Module):
    def __init__(self, dim=2, act: Callable = torch.tanh):
        super().__init__()
        self.a, self.b, self.act = nn.Linear(2 * dim, 64), nn.Linear(64, 1, bias=False), act

    def forward(self, t, z):
        with torch.enable_grad():
            z = z.requires_grad_(True)
            (dh,) = autograd.grad(self.b(self.act(self.a(z))).sum(), z, create_graph=True)
        dq, dp = dh.tensor_split(2, -1)
        return torch.cat([dp, -dq], -1)


class PINN(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(2, 32), nn.Tanh(), nn.Linear(32, 1), nn.Softplus())
        self.log_nu = nn.Parameter(torch.tensor(-4.6))

    @property
    def nu(self):
        return self.log_nu.clamp(-10.0, 2.0).exp()

    def residual(self, x, t):
        x.requires_grad_(), t.requires_grad_()
        u = self.net(torch.stack((x, t), -1)).squeeze(-1)
        u_t, u_x = autograd.grad(u.sum(), (t, x), create_graph=True)
        u_xx = autograd.grad(u_x.sum(), x, create_graph=True)[0]
        reveal_range(self.nu)  # [4.53999164e-05, 7.38905811] float32 takes 4.5399931e-05, 7.38905621
        log_u, safe = torch.log(u), torch.log(u + TINY)
        #             ^^^^^^^^^^^^ NAN101 warning: `u` is a softplus, exactly 0 for inputs below -103: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(u, min=1e-3))
        # or (unsafe): torch.log(u + 1e-8)
        # from: `nn.Softplus()` made here, exactly 0 in float32 for inputs below -103
        # from: `self.net(torch.stack((x, t), -1))` returned by this call
        relative = (u_t + u * u_x - self.nu * u_xx) / u
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `u` is a softplus, exactly 0 for inputs below -103: x / 0 is Inf or NaN; keep it away from 0
        # fixed: (u_t + u * u_x - self.nu * u_xx) / u.clamp(min=1e-7)
        # or (unsafe): (u_t + u * u_x - self.nu * u_xx) / (u + 1e-8)
        # from: `nn.Softplus()` made here, exactly 0 in float32 for inputs below -103
        # from: `self.net(torch.stack((x, t), -1))` returned by this call
        bounded = (u_t + u * u_x) / u.clamp_min(1e-3)
        return relative.pow(2).mean() + bounded.abs().mean() + (log_u - safe).mean() + 1 / self.nu


def angle(q):
    x, y = q.unbind(-1)
    radius = torch.sqrt(x**2 + y**2)
    cosine = x / radius
    #        ^^^^^^^^^^ NAN102 information: `radius` is a length, exactly 0 where all sides are 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): radius = torch.sqrt(torch.clamp(x**2 + y**2, min=1e-12))
    # adds: torch.clamp(
    # adds: , min=1e-12)
    # from: `torch.sqrt(x**2 + y**2)` made here, exactly 0 where all sides are 0
    return torch.acos(cosine), torch.atan2(y, x), torch.asin((y / (radius + 1e-6)).clamp(-0.9999, 0.9999))
    #      ^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `cosine` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp(cosine, -0.9999999, 0.9999999))


def drift(energies: list[float]) -> float:
    start = energies[0] or 1.0
    return math.fabs(energies[-1] - energies[0]) / math.fabs(start)


def loss(pinn: PINN, batch: dict[str, torch.Tensor]) -> torch.Tensor:
    return pinn.residual(batch["x"], batch["t"]) + (angle(batch["q"])[0] - batch["theta"]).square().mean()
