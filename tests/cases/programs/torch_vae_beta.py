"""A variational autoencoder with a registry of decoders' losses: deviations by `exp`, logarithms of what a decoder squashes."""

import argparse
from functools import partial

import torch
from torch import Tensor, nn
from torch.nn import functional as F

LOSSES = {}


def register(name):
    def wrap(fn):
        LOSSES[name] = fn
        return fn

    return wrap


@register("bernoulli")
def bernoulli_nll(recon: Tensor, x: Tensor, *, eps: float = 0.0) -> Tensor:
    return -(x * torch.log(recon + eps) + (1 - x) * torch.log1p(-recon + eps)).flatten(1).sum(1)
    #            ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `recon + eps` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(recon + eps, min=1e-10))
    # from: `nn.Sigmoid()` made here, exactly 0 in float32 for inputs below -89
    # from: `self.decoder(self.reparameterize(mu, logvar))` returned by this call
    # from: `recon, mu, logvar = self(x)` goes into `recon` here
    # from: `recon` passed as `recon` here
    #                                               ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-recon + eps` can be -1 where a sigmoid is exactly 1: log1p(-1) is -inf; keep it above -1
    # fixed: torch.log1p(torch.clamp(-recon + eps, -0.9999999, 1.0))
    # from: `nn.Sigmoid()` made here, exactly 1 in float32 for inputs above 17
    # from: `self.decoder(self.reparameterize(mu, logvar))` returned by this call
    # from: `recon, mu, logvar = self(x)` goes into `recon` here
    # from: `recon` passed as `recon` here


@register("bce")
def bce(recon: Tensor, x: Tensor) -> Tensor:
    return F.binary_cross_entropy(recon, x, reduction="none").flatten(start_dim=1).sum(dim=1)


@register("gaussian")
def gaussian_nll(recon: Tensor, x: Tensor, *, sigma: Tensor = torch.ones(())) -> Tensor:
    z = (x - recon) / sigma
    return 0.5 * z.square().flatten(1).sum(1) + sigma.log() * x[0].numel()


class Encoder(nn.Module):
    MAX_LOGVAR = 10.0

    def __init__(self, channels=(1, 32, 64), latent: int = 16, bounded: bool = True):
        super().__init__()
        blocks = []
        for c_in, c_out in zip(channels[:-1], channels[1:]):
            blocks += [nn.Conv2d(c_in, c_out, 3, stride=2, padding=1), nn.BatchNorm2d(c_out), nn.ReLU(inplace=True)]
        self.features = nn.Sequential(*blocks, nn.Flatten())
        self.head = nn.LazyLinear(2 * latent)
        self.bounded = bounded

    def forward(self, x):
        mu, logvar = self.head(self.features(x)).chunk(2, dim=-1)
        if self.bounded:
            logvar = logvar.clamp(-self.MAX_LOGVAR, self.MAX_LOGVAR)
        return mu, logvar


class BetaVAE(nn.Module):
    def __init__(self, latent=16, beta=4.0, loss="bernoulli", **loss_kw):
        super().__init__()
        self.encoder = Encoder(latent=latent)
        self.decoder = nn.Sequential(nn.Linear(latent, 784), nn.Sigmoid(), nn.Unflatten(1, (1, 28, 28)))
        self.beta = beta
        self.nll = partial(LOSSES[loss], **loss_kw)

    @staticmethod
    def kl(mu, logvar):
        return -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(-1)

    @staticmethod
    def kl_of_sigma(mu, sigma):
        return 0.5 * (mu**2 + sigma**2 - 1.0 - 2.0 * torch.log(sigma)).sum(-1)
        #                                            ^^^^^^^^^^^^^^^^ NAN101 warning: `sigma` can be 0, as a softplus is for inputs below -103: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(sigma, min=1e-10))
        # or (unsafe): torch.log(sigma + 1e-8)
        # from: `F.softplus(logvar - 200.0)` made here, exactly 0 in float32 for inputs below -103
        # from: `floorless` passed as `sigma` here

    def reparameterize(self, mu, logvar):
        std = torch.exp(0.5 * logvar)
        reveal_range(std)  # [0.00673794514, 148.413223] float32 takes 0.006737947, 148.413162
        return torch.randn_like(std).mul_(std).add_(mu)

    def forward(self, x):
        mu, logvar = self.encoder(x)
        recon = self.decoder(self.reparameterize(mu, logvar))
        return recon, mu, logvar

    def elbo(self, x):
        recon, mu, logvar = self(x)
        reveal_range(recon)  # [0, 1] float32 takes 0, 1
        direct = bernoulli_nll(recon, x)
        softened = bernoulli_nll(recon, x, eps=1e-6)
        sigma = F.softplus(mu) + 1e-4
        floorless = F.softplus(logvar - 200.0)
        loss = direct + softened + bce(recon, x) + self.beta * self.kl(mu, logvar)
        loss += self.kl_of_sigma(mu, sigma)
        loss += self.kl_of_sigma(mu, floorless)
        return loss.mean()

    def bits_per_dim(self, x):
        nll = self.nll(self(x)[0], x)
        return nll / (torch.log(torch.tensor(2.0)) * x[0].numel())


def warmup(step: int, total: int) -> float:
    return 1.0 if total <= 0 else min(1.0, step / total)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--beta", type=float, default=4.0)
    args = parser.parse_args()
    model = BetaVAE(beta=args.beta, eps=1e-7)
    optimizer = torch.optim.AdamW(model.parameters())
    for step in range(1000):
        loss = warmup(step, 100) * model.elbo(torch.rand(32, 1, 28, 28))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
