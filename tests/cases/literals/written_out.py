# What somebody types first to see whether anything is found: the invalid value stands in the source.
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
from keras import ops


def logarithms():
    return (
        torch.log(torch.zeros(3)),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.zeros(3)` is 0: log(0) is -inf; keep it above 0
        torch.tensor([0.0, 2.0]).log(),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.tensor([0.0, 2.0])` holds 0: log(0) is -inf; keep it above 0
        torch.tensor([0.0, 2.0], requires_grad=True).log(),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.tensor([…], requires_grad=True)` is a trained variable, and nothing keeps it above 0: log(-1) is NaN
        torch.log(torch.tensor([[0.5, 0.0], [1.0, 2.0]])),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.tensor([[0.5, 0.0], [1.0, 2.0]])` holds 0: log(0) is -inf; keep it above 0
        torch.full((3,), 0.0).log(),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.full((3,), 0.0)` is 0: log(0) is -inf; keep it above 0
        torch.log(torch.arange(3)),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.arange(3)` holds 0: log(0) is -inf; keep it above 0
        jnp.log(jnp.zeros(3)),
      # ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jnp.zeros(3)` is 0: log(0) is -inf; keep it above 0
        tf.math.log(tf.zeros([3])),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.zeros([3])` is 0: log(0) is -inf; keep it above 0
        tf.math.log([0.0, 1.0]),
      # ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `[0.0, 1.0]` holds 0: log(0) is -inf; keep it above 0
        ops.log(ops.zeros((3,))),
      # ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `ops.zeros((3,))` is 0: log(0) is -inf; keep it above 0
        np.log(np.array([0.0, 1.0])),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.array([0.0, 1.0])` holds 0: log(0) is -inf; keep it above 0
        np.log(np.float16(1e-8)),
      # ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.float16(1e-8)` is 0: log(0) is -inf; keep it above 0
    )


def divisions(scale=2.0):
    t = torch.ones(3)
    t /= 0
  # ^^^^^^ NAN102 error: `0` is 0: x / 0 is Inf or NaN; keep it away from 0
    return (
        1 / torch.zeros(3),
      # ^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.zeros(3)` is 0: x / 0 is Inf or NaN; keep it away from 0
        1. / torch.zeros(3),
      # ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.zeros(3)` is 0: x / 0 is Inf or NaN; keep it away from 0
        t / 0,
      # ^^^^^ NAN102 error: `0` is 0: x / 0 is Inf or NaN; keep it away from 0
        t / 2,
        np.array([1.0]) / 0,
      # ^^^^^^^^^^^^^^^^^^^ NAN102 error: `0` is 0: x / 0 is Inf or NaN; keep it away from 0
        np.array([4.0, 2.0]) / np.array([0.0, 1.0]),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.array([0.0, 1.0])` holds 0: x / 0 is Inf or NaN; keep it away from 0
        np.float32(0) / np.float32(0),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.float32(0)` is 0: x / 0 is Inf or NaN; keep it away from 0
        torch.reciprocal(torch.tensor([0.0])),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.tensor([0.0])` is 0: 1 / 0 is Inf; keep it away from 0
        scale / 0,
    )


def others():
    return (
        np.exp(1000.0),
      # ^^^^^^^^^^^^^^ NAN104 error: `1000.0` is 1000: exp overflows to Inf in float64
        np.exp(100.0),
        jnp.exp(100.0),
      # ^^^^^^^^^^^^^^ NAN104 error: `100.0` is 100: exp overflows to Inf in float32
        torch.exp(torch.tensor([1.0, 1000.0])),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.tensor([1.0, 1000.0])` holds 1000: exp overflows to Inf in float32; bound it
        torch.tensor([-1.0, 2.0]).sqrt(),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `torch.tensor([-1.0, 2.0])` holds -1: sqrt(-1) is NaN; keep it above 0
        torch.acos(torch.tensor([2.0])),
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `torch.tensor([2.0])` is 2: acos is NaN beyond -1 and 1; keep it between them
        np.zeros(3) ** -1,
      # ^^^^^^^^^^^^^^^^^ NAN103 warning: `np.zeros(3)` is 0: 0 ** -1 is Inf; keep it away from 0
        np.mean([]),
      # ^^^^^^^^^^^ NAN106 warning: `[]` has no element, and its mean is 0 / 0, NaN
    )
