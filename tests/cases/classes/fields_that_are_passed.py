"""What an object is given as a field when it is made is not its default: of a module of Flax, of a data class."""

from dataclasses import dataclass

import jax.numpy as jnp
from flax import linen as nn


class Perceptron(nn.Module):
    depth: int
    out: int = 0
    floor: float = 0.0

    @nn.compact
    def __call__(self, x):
        for _ in range(self.depth):
            x = nn.relu(nn.Dense(10)(x))
        if self.out > 0:
            x = nn.softplus(nn.Dense(self.out)(x)) + self.floor
        return x


class Field(nn.Module):
    def setup(self):
        self.floored = Perceptron(2, 3, 1e-3)
        self.hidden = Perceptron(depth=2)

    def above_0(self, x):
        return jnp.log(self.floored(x))

    def perhaps_0(self, x):
        return jnp.log(self.hidden(x))
    #          ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.hidden(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf


@dataclass
class Settings:
    scale: float = 1.0
    eps: float = 0.0


def settings(x, several):
    kept, other = Settings(eps=1e-6), Settings(2.0)
    hidden = Settings(*several)
    reveal_range(kept.eps)  # {1e-06} float64
    reveal_range(kept.scale)  # {1} float64
    reveal_range(other.scale)  # {2} float64
    reveal_range(other.eps)  # {0} float64
    reveal_range(hidden.scale)  # unknown
    return jnp.log(nn.relu(x) + kept.eps)
