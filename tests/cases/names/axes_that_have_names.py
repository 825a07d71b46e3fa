# What einops rearranges keeps its values; what it reduces, and what it adds products up of, is told by name and pattern.

import einops
import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F
from einops import einsum, rearrange, reduce, repeat
from einops.layers.torch import Rearrange, Reduce
from torch import nn


def rearranged(x):
    p = rearrange(x.softmax(-1), "b n d -> b d n")
    return p.log()
    #      ^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def of_jax(x):
    p = repeat(jax.nn.softmax(x), "n -> n k", k=2)
    return jnp.log(p)
    #      ^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0


def counted(x, mask):
    total = reduce(x * mask[..., None], "b n d -> b d", "sum")
    return total / reduce((mask > 0).float(), "b n -> b 1", "sum")
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `reduce(…)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def largest(x):
    return 1 / einops.reduce(x.relu(), "b n -> b", reduction="max")
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `einops.reduce(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def reduced_as_it_is_told(x, kind):
    return 1 / einops.reduce(x.relu(), "b n -> b", kind)


def reduced_by_something_else(x):
    return 1 / einops.reduce(x.relu(), "b n -> b", "any")


def product(x):
    return torch.log(reduce(x.softmax(-1), "b n -> b", "prod"))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `reduce(…)` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def similarity(z):
    z = F.normalize(z, dim=-1)
    sim = einsum(z, z, "i d, j d -> i j") / 0.01
    return sim.exp().sum()
    #      ^^^^^^^^^ NAN104 warning: `sim` can be 100 where a cosine similarity is above 1: exp overflows to Inf in float32; bound it


def angle(a, b):
    return torch.acos(einsum(F.normalize(a, dim=-1), F.normalize(b, dim=-1), "batch d, batch d -> batch"))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `einsum(…)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them


def squares(a):
    return a / einsum(a, a, "b d, b d -> b").sqrt()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `einsum(…).sqrt()` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def added_up(x):
    return torch.log(einsum(x.softmax(-1), "batch n -> batch"))


def added_up_along_letters(x):
    return torch.log(torch.einsum("bn->b", x.softmax(-1)))


def transposed(x):
    return torch.log(einsum(x.softmax(-1), "batch n -> n batch"))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `einsum(x.softmax(-1), "batch n -> n batch")` stays above 0: log(0) is -inf


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.flat = Rearrange("b h n -> b (h n)")
        self.pool = Reduce("b n -> b", "min")

    def forward(self, x):
        p = self.flat(x.softmax(-1))
        return p.log() + self.pool(p).log()
        #      ^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
