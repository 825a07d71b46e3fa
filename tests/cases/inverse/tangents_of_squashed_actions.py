# The actions of a policy were squashed by a tangent elsewhere: far out they are 1 and -1, of which the inverse is infinite.
# What is clipped, scaled or not trained on is none.

import jax
import jax.numpy as jnp
import torch
from torch import nn


class Squashed(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Linear(3, 3)

    def log_prob(self, actions):
        raw = torch.atanh(actions)
        #     ^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `actions` stays strictly between -1 and 1: atanh is infinite at -1 and 1
        return -0.5 * (raw - self.net(actions)) ** 2

    def log_prob_of_clipped(self, actions):
        raw = torch.atanh(actions.clamp(-0.999, 0.999))
        return -0.5 * (raw - self.net(actions)) ** 2

    def log_prob_of_scaled(self, actions):
        raw = torch.atanh(actions * 0.999)
        return -0.5 * (raw - self.net(actions)) ** 2

    def log_prob_of_asked(self, actions):
        assert (actions.abs() < 1).all()
        raw = torch.atanh(actions)
        return -0.5 * (raw - self.net(actions)) ** 2


def loss(params, batch):
    raw = jnp.arctanh(batch["actions"])
    #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `batch["actions"]` stays strictly between -1 and 1: atanh is infinite at -1 and 1
    return jnp.mean((raw - batch["x"] @ params) ** 2)


step = jax.grad(loss)


@torch.no_grad()
def raw_of(actions):
    return torch.atanh(actions)


def helper(a):
    return torch.atanh(a)
