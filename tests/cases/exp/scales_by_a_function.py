"""The exponential of a log-scale, known by the draw that it is multiplied with."""

import torch
from torch import mul


class A(torch.nn.Module):
    def forward(self, x):
        mu, log_std = self.encoder(x), self.spread(x)
        std = torch.exp(log_std)
        #     ^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `log_std` small enough: exp overflows to Inf in float32
        # fixed (unsafe): torch.exp(torch.clamp(log_std, max=30.0))
        eps = torch.randn_like(std)
        return mu + mul(eps, std)


class B(torch.nn.Module):
    def forward(self, x):
        mu, log_std = self.encoder(x), self.spread(x)
        std = torch.exp(log_std)
        return mu + mul(x, std)


class D(torch.nn.Module):
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
