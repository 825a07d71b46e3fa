"""Graphs in JAX by segments: means of empty ones, softmaxes over neighbours, degrees with loops, a readout by padding masks."""

import jax
import jax.numpy as jnp
from jax import ops
from jax.nn import initializers, leaky_relu, sigmoid, softplus

add = ops.segment_sum


def glorot(key, *shape):
    return initializers.glorot_uniform()(key, shape)


class Graph(dict):
    """A graph as a dictionary that reads as attributes."""

    __getattr__ = dict.__getitem__

    @property
    def n(self):
        return self["nodes"].shape[0]

    def degrees(self, loops: bool = False):
        d = add(jnp.ones_like(self["receivers"], dtype=jnp.float32), self["receivers"], num_segments=self.n)
        return d + 1.0 if loops else d


def segment_mean(data, ids, n, guard=True):
    total = add(data, ids, n)
    count = add(jnp.ones((data.shape[0], 1)), ids, n)
    if guard:
        return total / jnp.maximum(count, 1)
    return total / count
    #      ^^^^^^^^^^^^^ NAN102 warning: `count` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: total / jnp.maximum(count, 1.0)
    # or (unsafe): total / (count + 1e-8)
    # from: `add(jnp.ones((data.shape[0], 1)), ids, n)` made here, exactly 0 for values that do not occur


def segment_softmax(scores, ids, n):
    top = ops.segment_max(scores, ids, n)
    e = jnp.exp(scores - top[ids])
    return e / add(e, ids, n)[ids]


def segment_std(data, ids, n):
    mean = segment_mean(data, ids, n)
    square = segment_mean(data**2, ids, n)
    return jnp.sqrt(square - mean**2), jnp.sqrt(jax.nn.relu(square - mean**2) + 1e-5)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `square - mean**2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: jnp.sqrt(jnp.maximum(square - mean**2, 1e-10))
    # from: `square - mean**2` made here, below 0 by rounding, where both are nearly equal


def gcn(params, g: Graph, loops=False):
    deg = g.degrees(loops)
    masked = jnp.where(deg > 0, jax.lax.rsqrt(jnp.where(deg > 0, deg, 1.0)), 0.0)
    h = g["nodes"] @ params["w"]
    messages = (h * masked[:, None])[g["senders"]]
    return add(messages, g["receivers"], g.n) * masked[:, None]


def gat(params, g: Graph):
    h = g["nodes"] @ params["w"]
    s, r = g["senders"], g["receivers"]
    scores = leaky_relu(h[s] @ params["a"] + h[r] @ params["b"], negative_slope=0.2)[:, 0]
    alpha = segment_softmax(scores, r, g.n)
    gate = sigmoid(h @ params["g"])
    total = add(gate[s], r, g.n)
    unguarded = add(gate[s] * h[s], r, g.n) / total
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `total` can be 0, as a sigmoid is for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
    # fixed: add(gate[s] * h[s], r, g.n) / jnp.maximum(total, 1e-7)
    # or (unsafe): add(gate[s] * h[s], r, g.n) / (total + 1e-8)
    # from: `sigmoid(h @ params["g"])` made here, exactly 0 in float32 for inputs below -87
    # from: `total = add(gate[s], r, g.n)` goes into `total` here
    guarded = add(gate[s] * h[s], r, g.n) / (total + 1e-6)
    reveal_range(gate)  # [0, 1] float32 takes 0, 1
    reveal_range(total)  # [0, inf] float32 takes 0, 1
    return add(alpha[:, None] * h[s], r, g.n) + unguarded + guarded


def edge_length(pos, s, r, mask=None):
    d = pos[s] - pos[r]
    if mask is None:
        # FIXME: a warning, 0 where both ends are at one place, as it is where no other file of the folder speaks of `pos`
        return jnp.linalg.norm(d, axis=-1)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `d` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
        # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(d), axis=-1), 1e-12))
    sq = (d * d).sum(-1)
    is_zero = sq == 0.0
    return jnp.where(is_zero, 0.0, jnp.sqrt(jnp.where(is_zero, 1.0, sq)))


def radial(r, cutoff=5.0, n=8):
    k = jnp.arange(1, n + 1)
    bessel = jnp.sqrt(2 / cutoff) * jnp.sin(k * jnp.pi * r[:, None] / cutoff) / r[:, None]
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `r[:, None]` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): jnp.sqrt(2 / cutoff) * jnp.sin(k * jnp.pi * r[:, None] / cutoff) / jnp.maximum(r[:, None], 1e-6)
    # from: `jnp.linalg.norm(d, axis=-1)` made here, exactly 0 for a vector of zeros
    # from: `edge_length(g["pos"], g["senders"], g["receivers"])` returned by this call
    tame = jnp.sinc(k * r[:, None] / cutoff)
    return bessel, tame


def readout(h, node_mask, eps=1e-9):
    m = node_mask[:, None].astype(h.dtype)
    mean = (h * m).sum(0) / m.sum(0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum(0)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    safe = (h * m).sum(0) / (m.sum(0) + eps)
    var = ((h - safe) ** 2 * m).sum(0) / jnp.clip(m.sum(0), 1.0)
    top = jnp.where(m > 0, h, -jnp.inf).max(0)
    top = jnp.where(jnp.isfinite(top), top, 0.0)
    return jnp.concatenate([mean, safe, jnp.sqrt(var + eps), top])


def loss(params, g: Graph, y):
    h = gcn(params, g) + gat(params, g)
    rate = softplus(readout(h, g["mask"]) @ params["out"])
    poisson = (rate - y * jnp.log(rate)).mean()
    #                     ^^^^^^^^^^^^^ NAN101 warning: `rate` is a softplus, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.maximum(rate, 1e-10))
    # or (unsafe): jnp.log(rate + 1e-8)
    # from: `softplus(readout(h, g["mask"]) @ params["out"])` made here, exactly 0 in float32 for inputs below -87
    tame = (rate - y * jnp.log(jnp.maximum(rate, 1e-6))).mean()
    bessel, sinc = radial(edge_length(g["pos"], g["senders"], g["receivers"]))
    alone = segment_mean(h[g["senders"]], g["receivers"], g.n, guard=False)
    return poisson + tame + bessel.mean() + sinc.mean() + alone.mean()


update = jax.jit(lambda params, g, y: jax.tree.map(lambda p, d: p - 1e-3 * d, params, jax.grad(loss)(params, g, y)))
