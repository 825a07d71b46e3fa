# The exponential of what is unknown is one that training makes large where it scales a draw, or stands beside its exponent in a sum.

import torch
import torch.nn.functional as F


def reparameterise(mu, logvar):
    std = torch.exp(0.5 * logvar)
    #     ^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `0.5 * logvar` small enough: exp overflows to Inf in float32
    eps = torch.randn_like(std)
    return mu + eps * std


def reparameterise_by_methods(mu, logvar):
    std = logvar.mul(0.5).exp()
    #     ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `logvar.mul(0.5)` small enough: exp overflows to Inf in float32
    return torch.randn_like(mu).mul(std).add_(mu)


def divergence(mu, logvar):
    return -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    #                                                ^^^^^^^^^^^^ NAN104 information: nothing here keeps `logvar` small enough: exp overflows to Inf in float32


def likelihood(mu, logvar, y):
    return (0.5 * (y - mu) ** 2 / torch.exp(logvar) + 0.5 * logvar).mean()
    #                             ^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `logvar` small enough: exp overflows to Inf in float32


def likelihood_by_its_inverse(mu, logvar, y):
    inverse = 1.0 / torch.exp(logvar)
    #               ^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `logvar` small enough: exp overflows to Inf in float32
    return (0.5 * (y - mu) ** 2 * inverse + 0.5 * logvar).mean()


def likelihood_of_a_deviation(mu, logstd, y):
    std = logstd.exp()
    #     ^^^^^^^^^^^^ NAN104 information: nothing here keeps `logstd` small enough: exp overflows to Inf in float32
    z = (y - mu) / std
    return (0.5 * z**2 + logstd).mean()


def decayed_and_compared(rate, t, y):
    decayed = torch.exp(rate)
    shown = decayed * t
    error = y - shown
    return (error**2 + t).mean()


def bounded(mu, logvar, y):
    logvar = logvar.clamp(-10, 10)
    return (0.5 * (y - mu) ** 2 / torch.exp(logvar) + 0.5 * logvar).mean()


def surrogate(policy, obs, act, old, adv):
    logp = policy(obs).log_prob(act)
    return -(torch.exp(logp - old) * adv).mean()
    #        ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `logp - old` small enough: exp overflows to Inf in float32


def decay(rate, t):
    return torch.exp(rate * t)


def step(model, opt, x):
    mu, logvar = model.encoder(x)
    loss = F.mse_loss(model.decoder(reparameterise(mu, logvar)), x) + divergence(mu, logvar)
    loss.backward()
    opt.step()


class Policy(torch.nn.Module):
    """A scale that is a weight by itself moves by the learning rate; one that a layer gives is as large as its input makes it."""

    def __init__(self, size):
        super().__init__()
        self.log_std = torch.nn.Parameter(torch.zeros(size))
        self.net = torch.nn.Linear(size, size)

    def log_prob(self, mu, action):
        return -0.5 * (((action - mu) / (torch.exp(self.log_std) + 1e-8)) ** 2 + 2 * self.log_std)

    def energy(self, mu, action):
        return (action - mu) ** 2 / (2 * self.log_std).exp() + 2 * self.log_std

    def drawn(self, mu):
        return mu + torch.exp(self.log_std) * torch.randn_like(mu)

    def drawn_by_the_input(self, mu, x):
        log_std = self.net(x)
        return mu + torch.exp(log_std) * torch.randn_like(mu), mu + torch.exp(log_std + self.log_std) * torch.randn_like(mu)
        #           ^^^^^^^^^^^^^^^^^^ NAN104 information: `log_std` is the output of a linear layer, which nothing bounds
        #                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `log_std…_std` comes from the output of a linear layer, which nothing bounds
