"""Integers and a number with a fraction make the framework's usual float, whichever operation they meet in."""

import jax.numpy as jnp
import numpy as np
import torch


def weak():
    n = torch.arange(5)
    reveal_range(n + 1)  # [1, 6] integer takes 1
    reveal_range(n * 0.5)  # [0, 2.5] float32 takes 0
    reveal_range(n + 0.5)  # [0.5, 5.5] float32 takes 0.5
    reveal_range(torch.clamp(n, min=0.5))  # [0.5, 5] float32 takes 0.5
    reveal_range(torch.where(n > 0, n, 0.5))  # [0.5, 5] float32 takes 0.5
    reveal_range(n**0.5)  # [0, 2.23606801] float32 takes 0
    reveal_range(np.arange(5) * 0.5)  # [0, 2.5] float64 takes 0
    reveal_range(np.maximum(np.arange(5), 0.5))  # [0.5, 5] float64 takes 0.5
    reveal_range(jnp.arange(5) - 0.5)  # [-0.5, 4.5] float32 takes -0.5
