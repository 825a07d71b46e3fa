"""Estimators in the manner of scikit-learn: scaling of constant columns, whitening, independent components, kernels."""

import numpy as np
from numpy.linalg import eigh, norm, svd
from scipy import linalg


class Estimator:
    _fitted = False

    def get_params(self):
        return {k: v for k, v in vars(self).items() if not k.endswith("_")}

    def fit_transform(self, X, y=None, **kw):
        return self.fit(X, y, **kw).transform(X)


class Standardizer(Estimator):
    def __init__(self, with_mean=True, with_std=True, handle_zeros=True):
        self.with_mean, self.with_std, self.handle_zeros = with_mean, with_std, handle_zeros

    def fit(self, X, y=None):
        self.mean_ = np.mean(X, axis=0) if self.with_mean else 0.0
        scale = np.std(X, axis=0, ddof=0)
        if self.handle_zeros:
            scale = np.where(scale == 0.0, 1.0, scale)
        self.scale_ = scale
        return self

    def transform(self, X):
        X = np.array(X, dtype=float, copy=True)
        X -= self.mean_
        X /= self.scale_
      # ^^^^^^^^^^^^^^^^ NAN102 information: `self.scale_` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: X /= np.maximum(self.scale_, 1e-10)
        # or (unsafe): X /= self.scale_ + 1e-8
        # from: `np.std(X, axis=0, ddof=0)` made here, exactly 0 where all elements are equal
        # from: `self.scale_ = scale` goes into `self.scale_` here
        return X


class MinMax(Estimator):
    def __init__(self, feature_range=(0, 1)):
        self.feature_range = feature_range

    def fit(self, X, y=None):
        low, high = self.feature_range
        self.min_, peak = X.min(0), X.max(0)
        self.span_ = np.ptp(X, axis=0)
        self.k_ = (high - low) / (peak - self.min_)
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(peak - self.min_)` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN
        # fixed: (high - low) / np.maximum(peak - self.min_, 1e-10)
        # from: `peak - self.min_` made here, exactly 0 where all elements are equal
        return self

    def transform(self, X):
        safe_span = np.where(self.span_ > 0, self.span_, 1)
        return self.k_ * (X - self.min_), (X - self.min_) / safe_span


class PCA(Estimator):
    def __init__(self, n_components=2, whiten=False, eps=0.0):
        self.n_components, self.whiten, self.eps = n_components, whiten, eps

    def fit(self, X, y=None):
        self.mean_ = X.mean(axis=0, keepdims=True)
        u, s, vt = svd(X - self.mean_, full_matrices=False)
        self.components_ = vt[: self.n_components]
        self.variance_ = (s**2 / (len(X) - 1))[: self.n_components]
        self.ratio_ = s**2 / (s**2).sum()
        return self

    def transform(self, X):
        Z = (X - self.mean_) @ self.components_.T
        if self.whiten:
            Z /= np.sqrt(self.variance_)
        return Z

    def zca(self, X):
        cov = np.cov(X, rowvar=False)
        values, vectors = eigh(cov)
        shaky = vectors @ np.diag(values**-0.5) @ vectors.T
        #                         ^^^^^^^^^^^^ NAN103 information: `values` is an eigenvalue, exactly 0 where columns depend on each other: 0 ** -0.5 is Inf; keep it above 0
        # fixed: nothing
        # from: `eigh(cov)` made here, exactly 0 where columns depend on each other
        sound = vectors @ np.diag((np.clip(values, 0, None) + 1e-5) ** -0.5) @ vectors.T
        picked = values > 1e-10
        kept = vectors[:, picked] / np.sqrt(values[picked])
        return shaky, sound, kept

    def score(self, X):
        noise = max(self.variance_[-1], 1e-12)
        return -0.5 * (np.log(self.variance_).sum() + np.log(noise))
        #              ^^^^^^^^^^^^^^^^^^^^^^ NAN101 hint: nothing here shows that `self.variance_` stays above 0: log(0) is -inf
        # fixed: np.log(np.maximum(self.variance_, 1e-10))


class FastICA(Estimator):
    contrasts = {
        "logcosh": lambda u: (np.tanh(u), 1 - np.tanh(u) ** 2),
        "cube": lambda u: (u**3, 3 * u**2),
        "exp": lambda u: (u * np.exp(-(u**2) / 2), (1 - u**2) * np.exp(-(u**2) / 2)),
    }

    def __init__(self, fun="logcosh", max_iter=200, tol=1e-4):
        self.fun, self.max_iter, self.tol = fun, max_iter, tol

    def fit(self, X, y=None):
        W = np.random.normal(size=(X.shape[1],) * 2)
        g = self.contrasts[self.fun]
        for i in range(len(W)):
            w = W[i] / norm(W[i])
            for _ in range(self.max_iter):
                gx, dgx = g(X @ w)
                new = (X * gx[:, None]).mean(0) - dgx.mean() * w
                new -= W[:i].T @ (W[:i] @ new)
                length = norm(new)
                if length < 1e-12:
                    break
                new = new / length
                done = np.abs(np.abs(new @ w) - 1) < self.tol
                w = new
                if done:
                    break
            W[i] = w
        self.W_ = W
        return self

    def transform(self, X):
        return X @ self.W_.T


def negentropy(u):
    g, dg = FastICA.contrasts["logcosh"](u)
    reveal_range(g)  # [-1, 1] float64 takes -1, 1
    reveal_range(dg)  # [0, 1] float64 takes 0
    log_cosh = np.log(np.cosh(u))
    softer = np.logaddexp(u, -u) - np.log(2.0)
    return log_cosh.mean(), softer.mean(), np.log(dg), 1.0 / (dg + 1e-3)
    #                                      ^^^^^^^^^^ NAN101 warning: `dg` can be 0 where a tanh is exactly -1 (for inputs below -19): log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(dg, 1e-10, 1.0))
    # or (unsafe): np.log(dg + 1e-8)
    # from: `np.tanh(u)` made here, exactly -1 in float64 for inputs below -19
    # from: `g, dg = FastICA.contrasts["logcosh"](u)` goes into `dg` here


def centre_kernel(K):
    diag = np.sqrt(np.diag(K))
    normalised = K / np.outer(diag, diag)
    angle = np.arccos(np.clip(normalised, -1.0, 1.0))
    loose = np.arccos(normalised)
    inverse_root = linalg.sqrtm(linalg.inv(K + 1e-6 * np.eye(len(K))))
    return angle, loose, inverse_root
