"""The exponential of a log-scale, known by the draw that it is multiplied with."""

import torch
from torch import mul


class Drawn(torch.nn.Module):
    def forward(self, x):
        mu, log_std = self.encoder(x), self.spread(x)
        std = torch.exp(log_std)
        #     ^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `log_std` small enough: exp overflows to Inf in float32
        # fixed (unsafe): torch.exp(torch.clamp(log_std, max=30.0))
        eps = torch.randn_like(std)
        return mu + mul(eps, std)


class Scaled(torch.nn.Module):
    def forward(self, x):
        mu, log_std = self.encoder(x), self.spread(x)
        std = torch.exp(log_std)
        return mu + mul(x, std)


class DrawnInPlace(torch.nn.Module):
    def forward(self, x):
        mu, log_std = self.encoder(x), self.spread(x)
        return mu + torch.exp(log_std) * torch.randn(3)
        #           ^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `log_std` small enough: exp overflows to Inf in float32
        # fixed (unsafe): torch.exp(torch.clamp(log_std, max=30.0))

    def clipped(self, x):
        log_std = self.spread(x).clamp(-5, 5)
        return torch.exp(log_std) * torch.randn(3)


def outside(log_std):
    return torch.exp(log_std) * torch.randn(3)
    #      ^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `log_std` small enough: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(log_std, max=30.0))


def drawn(encoder, x):
    log_std = encoder(x)
    return torch.exp(log_std) * torch.randn(3)
    #      ^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `log_std` small enough: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(log_std, max=30.0))


@torch.no_grad()
def sample(encoder, x):
    log_std = encoder(x)
    return torch.exp(log_std) * torch.randn(3)


def within_wide_bounds(encoder, x):
    log_std = encoder(x).clamp(-20, 100)
    return torch.exp(log_std) * torch.randn(3)
    #      ^^^^^^^^^^^^^^^^^^ NAN104 warning: `log_std` can be 100: exp overflows to Inf in float32; bound it
    # fixed: log_std = encoder(x).clamp(-20, 30.0)
    # adds: 30.0


def within_bounds(encoder, x):
    log_std = encoder(x).clamp(-20, 2)
    return torch.exp(log_std) * torch.randn(3)


def bounded_from_below(encoder, x):
    log_std = encoder(x).clamp(min=-20)
    return torch.exp(log_std) * torch.randn(3)
    #      ^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `log_std` small enough: exp overflows to Inf in float32
    # fixed: log_std = encoder(x).clamp(min=-20, max=30.0)
    # adds: , max=30.0


def bounded_from_above(encoder, x):
    log_std = encoder(x).clamp(max=2)
    return torch.exp(log_std) * torch.randn(3)
