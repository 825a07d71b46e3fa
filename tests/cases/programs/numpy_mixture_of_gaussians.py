"""Expectation and maximisation for a mixture of Gaussians: components that die, variances that vanish, and their floors."""

from dataclasses import dataclass, field

import numpy as np
from scipy.special import logsumexp

LOG_2PI = np.log(2 * np.pi)


@dataclass
class Mixture:
    k: int = 3
    tol: float = 1e-4
    max_iter: int = 100
    reg_covar: float = 1e-6
    weights: np.ndarray = field(default=None, init=False)
    means: np.ndarray = field(default=None, init=False)
    variances: np.ndarray = field(default=None, init=False)

    def _start(self, x, seed):
        rng = np.random.RandomState(seed)
        n, d = x.shape
        self.weights = np.full(self.k, 1.0 / self.k)
        self.means = x[rng.choice(n, self.k, replace=False)].copy()
        self.variances = np.ones((self.k, d)) * x.var(axis=0) + self.reg_covar

    def log_prob(self, x):
        precision = 1.0 / self.variances
        delta = x[:, None, :] - self.means[None]
        quadratic = np.einsum("nkd,kd->nk", delta**2, precision)
        return -0.5 * (x.shape[1] * LOG_2PI + np.log(self.variances).sum(1) + quadratic)
        #                                     ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.variances` can be below 0, as a difference of squares can: log(-1) is NaN; keep it above 0
        # fixed: np.log(np.maximum(self.variances, 1e-10))
        # from: `second - self.means**2` made here, below 0 by rounding, where both are nearly equal

    def _e_step(self, x):
        joint = self.log_prob(x) + np.log(self.weights)
        norm = logsumexp(joint, axis=1, keepdims=True)
        return norm.mean(), np.exp(joint - norm)

    def _m_step(self, x, resp):
        nk = resp.sum(axis=0) + 10 * np.finfo(resp.dtype).eps
        self.weights = nk / len(x)
        self.means = resp.T @ x / nk[:, np.newaxis]
        second = resp.T @ (x**2) / nk[:, np.newaxis]
        self.variances = second - self.means**2 + self.reg_covar

    def fit(self, x, seed=None):
        self._start(x, seed)
        previous = -np.inf
        for i in range(self.max_iter):
            ll, resp = self._e_step(x)
            self._m_step(x, resp)
            if abs(ll - previous) < self.tol:
                break
            previous = ll
        else:
            print("did not converge")
        return self

    def bic(self, x):
        ll, _ = self._e_step(x)
        return -2 * ll * len(x) + self.k * (2 * x.shape[1] + 1) * np.log(len(x))


class NaiveMixture(Mixture):
    """As the lecture notes have it: densities, not their logarithms."""

    def density(self, x):
        dens = np.zeros((len(x), self.k))
        for j in range(self.k):
            z = (x - self.means[j]) / np.sqrt(self.variances[j])
            scale = np.prod(np.sqrt(2 * np.pi * self.variances[j]))
            dens[:, j] = np.exp(-0.5 * np.sum(z * z, axis=1)) / scale
        return dens

    def _e_step(self, x):
        joint = self.density(x) * self.weights
        total = joint.sum(axis=1, keepdims=True)
        # FIXME: densities underflow: a point far from all components has log(0) and 0 / 0
        return np.log(total).mean(), joint / total

    def _m_step(self, x, resp):
        nk = resp.sum(0)
        self.weights = nk / nk.sum()
        for j, n in enumerate(nk):
            if n < 1e-3:
                self.means[j] = x[np.random.randint(len(x))]
                continue
            self.means[j] = (resp[:, j, None] * x).sum(0) / n
            centred = x - self.means[j]
            self.variances[j] = np.maximum((resp[:, j, None] * centred**2).sum(0) / n, self.reg_covar)


def responsibilities_of(model, x, temperature=1.0):
    assert temperature > 0
    scores = model.log_prob(x) / temperature
    scores -= scores.max(axis=1, keepdims=True)
    e = np.exp(scores)
    reveal_range(e)  # [0, 1] float64 takes 1
    resp = e / e.sum(axis=1, keepdims=True)
    reveal_range(resp)  # [0, 1] float64 takes 0, 1
    entropy = -np.sum(resp * np.log(resp), axis=1)
    #                        ^^^^^^^^^^^^ NAN101 warning: `resp` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(resp, 1e-10, 1.0))
    # or (unsafe): np.log(resp + 1e-8)
    # from: `e / e.sum(axis=1, keepdims=True)` made here, exactly 0 in float64 once a logit trails the largest by 745
    selected = resp[resp > 0]
    tight = -np.sum(selected * np.log(selected))
    return entropy, tight, -np.sum(np.where(resp > 0, resp * np.log(resp + (resp == 0)), 0.0), axis=1)
