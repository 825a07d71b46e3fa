"""Hidden Markov models: a forward pass that normalises, one in logarithms, with rows of zeros as forbidden transitions; CTC and CRF."""

from dataclasses import dataclass, field, replace
from typing import Self

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax, vmap
from jax.scipy.special import logsumexp, xlogy

NEG = -1e30


@jax.tree_util.register_pytree_node_class
@dataclass(frozen=True)
class HMM:
    start: jax.Array
    trans: jax.Array
    emit: jax.Array
    pseudo: float = field(default=0.0)

    @classmethod
    def from_logits(cls, start, trans, emit, **kw) -> Self:
        return cls(jax.nn.softmax(start), jax.nn.softmax(trans, -1), jax.nn.softmax(emit, axis=-1), **kw)

    @classmethod
    def left_to_right(cls, k, v):
        trans = jnp.triu(jnp.ones((k, k))) - jnp.triu(jnp.ones((k, k)), 2)
        return cls(jnp.eye(k)[0], trans / trans.sum(-1, keepdims=True), jnp.full((k, v), 1.0 / v))

    def tree_flatten(self):
        return (self.start, self.trans, self.emit), self.pseudo

    @classmethod
    def tree_unflatten(cls, aux, children):
        return cls(*children, pseudo=aux)

    def forward_scaled(self, obs):
        def step(alpha, o):
            alpha = (alpha @ self.trans) * self.emit[:, o]
            c = alpha.sum()
            return alpha / c, jnp.log(c)
            #                 ^^^^^^^^^^ NAN101 information: nothing here shows that `c` stays above 0: log(0) is -inf
            # fixed: jnp.log(jnp.maximum(c, 1e-10))

        first = self.start * self.emit[:, obs[0]]
        _, logs = lax.scan(step, first / first.sum(), obs[1:])
        return logs.sum() + jnp.log(first.sum())
        #                   ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `first.sum()` stays above 0: log(0) is -inf
        # fixed: jnp.log(jnp.maximum(first.sum(), 1e-10))

    def forward_log(self, obs):
        # FIXME: a warning: one of the constructors passes softmaxes, another a triangle of zeros
        log_t, log_e = jnp.log(self.trans), jnp.log(self.emit)
        #              ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.trans` stays above 0: log(0) is -inf
        # fixed: jnp.log(jnp.maximum(self.trans, 1e-10))
        #                                   ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.emit` stays above 0: log(0) is -inf
        # fixed: jnp.log(jnp.maximum(self.emit, 1e-10))
        init = jnp.log(self.start) + log_e[:, obs[0]]
        #      ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.start` stays above 0: log(0) is -inf
        # fixed: jnp.log(jnp.maximum(self.start, 1e-10))

        def step(a, o):
            return logsumexp(a[:, None] + log_t, axis=0) + log_e[:, o], None

        return logsumexp(lax.scan(step, init, obs[1:])[0])

    def m_step(self, counts, starts):
        smooth = counts + self.pseudo
        trans = smooth / smooth.sum(-1, keepdims=True)
        laplace = (counts + 1.0) / (counts + 1.0).sum(axis=-1, keepdims=True)
        return replace(self, trans=trans, start=starts / jnp.maximum(starts.sum(), 1e-12)), laplace


def supervised_counts(states, k):
    onehot = jax.nn.one_hot(states, k)
    pair = jnp.einsum("ti,tj->ij", onehot[:-1], onehot[1:])
    visits = onehot[:-1].sum(0)
    return pair / visits[:, None], pair / jnp.where(visits > 0, visits, 1)[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `visits[:, None]` can be 0, as a one-hot vector can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: pair / jnp.maximum(visits[:, None], 1e-7)
    # or (unsafe): pair / (visits[:, None] + 1e-8)
    # from: `jax.nn.one_hot(states, k)` made here, exactly 0 everywhere but at one index
    # from: `visits = onehot[:-1].sum(0)` goes into `visits` here


def train_loss(logits, obs):
    model = HMM.from_logits(*logits)
    scaled, logs = model.forward_scaled(obs), model.forward_log(obs)
    rows = model.trans
    reveal_range(rows)  # [0, 1] float32 takes 0, 1
    entropy = -(rows * jnp.log(rows)).sum(-1)
    #                  ^^^^^^^^^^^^^ NAN101 warning: `rows` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.clip(rows, 1e-10, 1.0))
    # or (unsafe): jnp.log(rows + 1e-8)
    # from: `jax.nn.softmax(trans, -1)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `rows = model.trans` goes into `rows` here
    zero_safe = -xlogy(rows, rows).sum(-1)
    reveal_range(zero_safe)  # any value float32 takes nothing
    return -(scaled + logs) + entropy.mean() + zero_safe.mean()


def crf_log_norm(unary, pairwise, mask):
    def step(alpha, xs):
        u, m = xs
        new = logsumexp(alpha[:, None] + pairwise, axis=0) + u
        naive = jnp.log(jnp.exp(alpha[:, None] + pairwise).sum(0)) + u
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a logsumexp written out by hand: where `jnp.exp(…)` overflows, it is Inf; use JAX's own
        # fixed: logsumexp(alpha[:, None] + pairwise, axis=0)
        return jnp.where(m, new, alpha), naive

    last, naive = lax.scan(step, unary[0], (unary[1:], mask[1:]))
    return jax.nn.logsumexp(last), naive


def ctc_alpha(log_probs, labels, blank=0):
    ext = jnp.full(2 * len(labels) + 1, blank).at[1::2].set(labels)
    alpha = jnp.full(ext.shape, NEG).at[0].set(log_probs[0, blank]).at[1].set(log_probs[0, ext[1]])
    skip = (ext != blank) & (ext != jnp.roll(ext, 2))

    def step(a, lp):
        one, two = jnp.roll(a, 1).at[0].set(NEG), jnp.roll(a, 2).at[:2].set(NEG)
        return jnp.logaddexp(jnp.logaddexp(a, one), jnp.where(skip, two, NEG)) + lp[ext], None

    a, _ = lax.scan(step, alpha, log_probs[1:])
    return -jnp.logaddexp(a[-1], a[-2])


def distance(p, q, kind="kl"):
    p, q = jax.nn.softmax(p), jax.nn.softmax(q)
    match kind:
        case "kl":
            return (p * jnp.log(p / q)).sum()
            #           ^^^^^^^^^^^^^^ NAN101 warning: `p / q` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0
            # fixed (unsafe): jnp.log(jnp.maximum(p / q, 1e-10))
            # from: `jax.nn.softmax(p)` made here, exactly 0 in float32 once a logit trails the largest by 87
            #                   ^^^^^ NAN102 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 87: x / 0 is Inf or NaN; keep it away from 0
            # fixed: p / jnp.maximum(q, 1e-7)
            # or (unsafe): p / (q + 1e-8)
            # from: `jax.nn.softmax(q)` made here, exactly 0 in float32 once a logit trails the largest by 87
        case "smoothed":
            q = 0.99 * q + 0.01 / q.size
            return (p * (jnp.log(p + 1e-8) - jnp.log(q))).sum()
            #            ^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-8` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
            # fixed (unsafe): jax.nn.log_softmax(scores)
            # adds: scores = p
            # from: `jax.nn.softmax(p)` made here, values in [0, 1]
        case "hellinger":
            return jnp.sqrt(jnp.square(jnp.sqrt(p) - jnp.sqrt(q)).sum()) / jnp.sqrt(2.0)
            #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.square(…).sum()` stays above 0: sqrt has an infinite gradient at 0
            # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.square(jnp.sqrt(p) - jnp.sqrt(q)).sum(), 1e-10))
            # or (unsafe): jnp.sqrt(jnp.square(jnp.sqrt(p) - jnp.sqrt(q)).sum() + 1e-8)
            # from: `jax.nn.softmax(p)` made here, values in [0, 1]
            # from: `jnp.sqrt(p)` made here, values in [0, 1.00000048]
            # from: `jnp.square(jnp.sqrt(p) - jnp.sqrt(q))` made here, values in [0, 1.00000095]
            #                          ^^^^^^^^^^^ NAN301 warning: `p` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
            # fixed (unsafe): jnp.sqrt(jnp.clip(p, 1e-10, 1.0))
            # or (unsafe): jnp.sqrt(p + 1e-8)
            # from: `jax.nn.softmax(p)` made here, exactly 0 in float32 once a logit trails the largest by 87
            #                                        ^^^^^^^^^^^ NAN301 warning: `q` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
            # fixed (unsafe): jnp.sqrt(jnp.clip(q, 1e-7, 1.0))
            # or (unsafe): jnp.sqrt(q + 1e-8)
            # from: `jax.nn.softmax(q)` made here, exactly 0 in float32 once a logit trails the largest by 87
        case "bhattacharyya" if p.ndim == 1:
            return -jnp.log(jnp.sqrt(p * q).sum())
            #               ^^^^^^^^^^^^^^^ NAN301 warning: `p * q` can be 0, as a softmax can: sqrt has an infinite gradient at 0; keep it above 0
            # fixed (unsafe): jnp.sqrt(jnp.clip(p * q, 1e-10, 1.0))
            # or (unsafe): jnp.sqrt(p * q + 1e-8)
            # from: `jax.nn.softmax(p)` made here, exactly 0 in float32 once a logit trails the largest by 87
    raise ValueError(kind)


grad = jax.grad(lambda logits, obs, kind: train_loss(logits, obs) + distance(*logits[:2], kind=kind))
batched = vmap(grad, in_axes=(None, 0, None))


def stationary(p: np.ndarray) -> np.ndarray:
    w, v = np.linalg.eig(p.T)
    pi = np.real(v[:, np.argmax(w.real)])
    return pi / pi.sum()
