"""A Gaussian process by hand: kernels by operators, jitter before the Cholesky factor, a likelihood with a learnt noise."""

import math
import warnings

import torch
from torch import Tensor, nn


class Kernel(nn.Module):
    def __add__(self, other):
        return Sum(self, other)

    def __mul__(self, other):
        return Product(self, other)

    def diag(self, x):
        return torch.diagonal(self(x, x))


class Sum(Kernel):
    def __init__(self, *parts):
        super().__init__()
        self.parts = nn.ModuleList(parts)

    def forward(self, a, b):
        return sum(k(a, b) for k in self.parts)


class Product(Sum):
    def forward(self, a, b):
        return math.prod([k(a, b) for k in self.parts])


class Positive:
    """A parameter that is kept as its logarithm."""

    def __set_name__(self, owner, name):
        self.raw = f"log_{name}"

    def __get__(self, obj, owner=None):
        return getattr(obj, self.raw).exp()


class RBF(Kernel):
    lengthscale = Positive()

    def __init__(self, lengthscale=1.0):
        super().__init__()
        self.log_lengthscale = nn.Parameter(torch.tensor(math.log(lengthscale)))

    def forward(self, a, b):
        d2 = torch.cdist(a, b).square()
        return torch.exp(-0.5 * d2 / self.lengthscale**2)


class Matern(Kernel):
    def __init__(self, nu=1.5):
        super().__init__()
        self.raw = nn.Parameter(torch.zeros(()))
        self.nu = nu

    @property
    def lengthscale(self):
        return nn.functional.softplus(self.raw) + 1e-5

    def forward(self, a, b):
        d2 = (a.unsqueeze(-2) - b.unsqueeze(-3)).pow(2).sum(-1)
        d = d2.sqrt()
        #   ^^^^^^^^^ NAN301 information: nothing here shows that `d2` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): d2.clamp(min=1e-10).sqrt()
        # or (unsafe): (d2 + 1e-8).sqrt()
        safe = d2.clamp(min=1e-10).sqrt() / self.lengthscale
        reveal_range(safe)  # [0, inf] float32 takes 3.33333219e-07, 1.44267415e-05, 1
        if self.nu == 0.5:
            return torch.exp(-d / self.lengthscale)
        r = math.sqrt(3) * safe
        return (1 + r) * torch.exp(-r)


class Periodic(Kernel):
    def __init__(self, period=0.0):
        super().__init__()
        self.period = nn.Parameter(torch.as_tensor(period))

    def forward(self, a, b):
        phase = math.pi * (a - b.T) / self.period
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.period` is a variable that starts at 0 and can be exactly 0
        return torch.exp(-2 * torch.sin(phase) ** 2)


def robust_cholesky(k: Tensor, tries: int = 5, jitter: float = 1e-6) -> Tensor:
    for i in range(tries):
        try:
            return torch.linalg.cholesky(k + jitter * 10**i * torch.eye(k.size(-1)))
        except torch.linalg.LinAlgError as e:
            warnings.warn(f"jitter {jitter * 10**i:.1e} does not do: {e}")
    raise RuntimeError("not positive definite")


class ExactGP(nn.Module):
    def __init__(self, x: Tensor, y: Tensor, kernel: Kernel | None = None):
        super().__init__()
        self.x, self.kernel = x, kernel if kernel is not None else RBF() + Matern() * Periodic()
        self.y = (y - y.mean()) / y.std().clamp_min(1e-8)
        self.raw_noise = nn.Parameter(torch.tensor(-2.0))

    @property
    def noise(self):
        return torch.sigmoid(self.raw_noise)

    @property
    def floored_noise(self):
        return self.noise.clamp(min=1e-4)

    def neg_mll(self):
        n = self.y.numel()
        k = self.kernel(self.x, self.x) + self.noise * torch.eye(n)
        chol = robust_cholesky(k)
        alpha = torch.cholesky_solve(self.y[:, None], chol)
        log_det = 2 * chol.diagonal().log().sum()
        by_slogdet = torch.slogdet(k).logabsdet
        penalty = torch.log(self.noise) + torch.log(self.floored_noise)
        return 0.5 * (self.y @ alpha.squeeze() + log_det + 0 * by_slogdet + n * math.log(2 * math.pi)) + penalty

    @torch.no_grad()
    def predict(self, x_new, full=False):
        k = self.kernel(self.x, self.x) + self.floored_noise * torch.eye(len(self.x))
        chol = torch.linalg.cholesky(k)
        v = torch.linalg.solve_triangular(chol, self.kernel(self.x, x_new), upper=False)
        mean = v.T @ torch.linalg.solve_triangular(chol, self.y.unsqueeze(1), upper=False)
        var = self.kernel.diag(x_new) - v.square().sum(0)
        return (mean, var) if full else (mean, var.sqrt(), var.clamp(min=0).sqrt())


def expected_improvement(mean, std, best, xi=0.01):
    z = (mean - best - xi) / std.clamp(min=1e-9)
    normal = torch.distributions.Normal(0.0, 1.0)
    ei = (mean - best - xi) * normal.cdf(z) + std * normal.log_prob(z).exp()
    return torch.log(ei), torch.where(std > 0, ei, torch.zeros_like(ei))
    #      ^^^^^^^^^^^^^ NAN101 information: nothing here shows that `ei` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp(ei, min=1e-10))
