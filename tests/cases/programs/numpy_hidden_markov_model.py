"""A hidden Markov model: scaled forward passes, Viterbi in log space, Baum-Welch with and without pseudo-counts."""

from typing import NamedTuple

import numpy as np
from numpy import log


class Posterior(NamedTuple):
    gamma: np.ndarray
    xi: np.ndarray
    log_likelihood: float


def normalize(a, axis=None):
    total = a.sum(axis)
    total[total == 0] = 1
    if axis and a.ndim > 1:
        shape = list(a.shape)
        shape[axis] = 1
        total.shape = shape
    a /= total
    return a


def log_mask_zero(a):
    with np.errstate(divide="ignore"):
        return np.log(np.asarray(a))


class HMM:
    def __init__(self, n_states, n_symbols, *, pseudo=0.0, random_state=None):
        rng = np.random.default_rng(random_state)
        self.n, self.m, self.pseudo = n_states, n_symbols, pseudo
        self.pi = np.full(n_states, 1 / n_states)
        self.A = rng.dirichlet(np.ones(n_states), size=n_states)
        self.B = rng.dirichlet(np.ones(n_symbols), size=n_states)

    def forward(self, obs):
        T = len(obs)
        alpha = np.zeros((T, self.n))
        c = np.zeros(T)
        alpha[0] = self.pi * self.B[:, obs[0]]
        c[0] = alpha[0].sum()
        alpha[0] /= c[0]
        for t in range(1, T):
            alpha[t] = (alpha[t - 1] @ self.A) * self.B[:, obs[t]]
            c[t] = alpha[t].sum()
            alpha[t] /= c[t]
        return alpha, c

    def backward(self, obs, c):
        beta = np.ones((len(obs), self.n))
        for t in range(len(obs) - 2, -1, -1):
            beta[t] = self.A @ (self.B[:, obs[t + 1]] * beta[t + 1])
            if c[t + 1] > 0:
                beta[t] /= c[t + 1]
        return beta

    def posterior(self, obs):
        alpha, c = self.forward(obs)
        beta = self.backward(obs, c)
        gamma = alpha * beta
        gamma = gamma / gamma.sum(axis=1, keepdims=True)
        emitted = self.B[:, obs[1:]].T * beta[1:]
        xi = alpha[:-1, :, None] * self.A[None] * emitted[:, None, :]
        xi /= np.maximum(xi.sum(axis=(1, 2), keepdims=True), 1e-300)
        return Posterior(gamma, xi, np.log(c).sum())
        #                           ^^^^^^^^^ NAN101 hint: nothing here shows that `c` stays above 0: log(0) is -inf
        # fixed: np.log(np.maximum(c, 1e-10))

    def update(self, sequences):
        start = np.zeros(self.n)
        trans = np.zeros((self.n, self.n))
        emit = np.zeros((self.n, self.m))
        total = 0.0
        for obs in sequences:
            post = self.posterior(obs)
            start += post.gamma[0]
            trans += post.xi.sum(axis=0)
            np.add.at(emit.T, obs, post.gamma)
            total += post.log_likelihood
        if self.pseudo > 0:
            trans, emit = trans + self.pseudo, emit + self.pseudo
            self.A = trans / trans.sum(axis=1, keepdims=True)
            self.B = emit / emit.sum(axis=1, keepdims=True)
        else:
            self.A = trans / trans.sum(axis=1, keepdims=True)
            self.B = normalize(emit, axis=1)
        self.pi = start / start.sum()
        return total

    def viterbi(self, obs):
        log_a, log_b = log_mask_zero(self.A), log_mask_zero(self.B)
        delta = log(self.pi) + log_b[:, obs[0]]
        back = []
        for o in obs[1:]:
            step = delta[:, None] + log_a
            back.append(step.argmax(axis=0))
            delta = step.max(axis=0) + log_b[:, o]
        path = [int(delta.argmax())]
        for pointers in reversed(back):
            path.insert(0, int(pointers[path[0]]))
        return path, delta.max()

    def perplexity(self, sequences):
        ll = sum(self.posterior(s).log_likelihood for s in sequences)
        n = sum(map(len, sequences))
        return np.exp(-ll / n) if n else float("inf")


def stationary(A, iterations=1000):
    p = np.ones(len(A)) / len(A)
    for _ in range(iterations):
        p = p @ A
        p = p / p.sum()
    reveal_range(p)  # any value float64 or NaN
    rate = -(p[:, None] * A * np.log(A)).sum()
    #                         ^^^^^^^^^ NAN101 hint: nothing here shows that `A` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(A, 1e-10))
    smooth = -(p[:, None] * A * np.log(A + np.spacing(1))).sum()
    safe = -(p[:, None] * A * np.log(A, out=np.zeros_like(A), where=A > 0)).sum()
    return p, rate, smooth, safe
