# Clustering with k-means++: draws by squared distances, clusters that lose their last member, and the silhouette.

from functools import partial

import numpy as np


def sq_dist(a, b):
    """Squared euclidean distances by the expanded square; rounding takes them below zero."""
    return (a**2).sum(1)[:, None] - 2.0 * a.dot(b.T) + (b**2).sum(1)[None, :]


def euclidean(a, b, clip=True):
    d2 = sq_dist(a, b)
    if clip:
        np.maximum(d2, 0.0, out=d2)
    return np.sqrt(d2)
    #      ^^^^^^^^^^^ NAN103 warning: `d2` can be below 0, as a squared distance from products can: sqrt(-1) is NaN; keep it above 0
    # fixed: np.sqrt(np.maximum(d2, 1e-10))
    # from: `(a**2).sum(1)[:, None] - 2.0 * a.dot(b.T) + (b**2).sum(1)[None, :]` made here, below 0 by rounding, where both are nearly equal
    # from: `sq_dist(a, b)` returned by this call


def cosine(a, b, eps=None):
    na = np.linalg.norm(a, axis=1, keepdims=True)
    nb = np.linalg.norm(b, axis=1, keepdims=True)
    if eps is not None:
        na, nb = np.maximum(na, eps), np.maximum(nb, eps)
    return 1 - (a / na) @ (b / nb).T
    #           ^^^^^^ NAN102 information: `na` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: a / np.maximum(na, 1e-10)
    # or (unsafe): a / (na + 1e-8)
    # from: `np.linalg.norm(a, axis=1, keepdims=True)` made here, exactly 0 for a vector of zeros
    #                      ^^^^^^ NAN102 information: `nb` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: b / np.maximum(nb, 1e-10)
    # or (unsafe): b / (nb + 1e-8)
    # from: `np.linalg.norm(b, axis=1, keepdims=True)` made here, exactly 0 for a vector of zeros


METRICS = {
    "euclidean": euclidean,
    "raw": partial(euclidean, clip=False),
    "cosine": partial(cosine, eps=1e-8),
}


def plus_plus(x, k, rng):
    centers = [x[rng.integers(len(x))]]
    for _ in range(1, k):
        nearest = np.min([((x - c) ** 2).sum(-1) for c in centers], axis=0)
        probs = nearest / nearest.sum()
        centers.append(x[rng.choice(len(x), p=probs)])
    return np.stack(centers)


def plus_plus_safely(x, k, rng):
    centers = [x[rng.integers(len(x))]]
    while len(centers) < k:
        nearest = np.min([((x - c) ** 2).sum(-1) for c in centers], axis=0)
        total = nearest.sum()
        if total == 0:
            centers.append(x[rng.integers(len(x))])
            continue
        centers.append(x[rng.choice(len(x), p=nearest / total)])
    return np.asarray(centers)


def lloyd(x, k, steps=50, tol=1e-6, seed=0):
    centers = plus_plus(x, k, np.random.default_rng(seed))
    for step in range(steps):
        labels = sq_dist(x, centers).argmin(axis=1)
        moved = centers.copy()
        for j in range(k):
            # FIXME: a cluster that lost its last member has no mean: NaN, and nothing is said
            moved[j] = x[labels == j].mean(axis=0)
        shift = np.linalg.norm(moved - centers) / np.linalg.norm(centers)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `np.linalg.norm(centers)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
        # fixed: np.linalg.norm(moved - centers) / np.maximum(np.linalg.norm(centers), 1e-10)
        # or (unsafe): np.linalg.norm(moved - centers) / (np.linalg.norm(centers) + 1e-8)
        # from: `np.linalg.norm(centers)` made here, exactly 0 for a vector of zeros
        centers = moved
        if shift < tol:
            break
    return centers, labels


def lloyd_with_counts(x, k, steps=50, seed=0):
    centers = plus_plus_safely(x, k, np.random.default_rng(seed))
    for _ in range(steps):
        labels = METRICS["euclidean"](x, centers).argmin(axis=1)
        members = np.eye(k)[labels]
        counts = members.sum(axis=0)
        reveal_range(counts)  # [0, inf] float64
        sums = members.T @ x
        filled = counts > 0
        centers[filled] = sums[filled] / counts[filled, None]
        loose = sums / counts[:, None]
        #       ^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `counts[:, None]` is a count of each class and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: sums / np.maximum(counts[:, None], 1.0)
        # or (unsafe): sums / (counts[:, None] + 1e-8)
        # from: `members.sum(axis=0)` made here, exactly 0 for a class that does not occur
        floored = sums / np.maximum(counts, 1)[:, None]
    return centers, labels, loose, floored


def soft(x, centers, beta=1.0, metric="raw"):
    d = METRICS[metric](x, centers)
    w = np.exp(-beta * d)
    reveal_range(w)  # [0, inf] float64
    w /= w.sum(axis=1, keepdims=True)
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(-beta * d)` overflows, it is NaN; use NumPy's own
    stable = np.exp(-beta * (d - d.min(axis=1, keepdims=True)))
    stable /= stable.sum(axis=1, keepdims=True)
    return w, stable


def silhouette(x, labels):
    d = euclidean(x, x)
    scores = np.zeros(len(x))
    groups = {c: np.flatnonzero(labels == c) for c in np.unique(labels)}
    for i, own in enumerate(labels):
        mates = groups[own][groups[own] != i]
        if mates.size == 0:
            continue
        a = d[i, mates].mean()
        others = [d[i, idx].mean() for c, idx in groups.items() if c != own]
        b = min(others) if others else 0.0
        scores[i] = (b - a) / max(a, b)
    return scores.mean()


def davies_bouldin(x, labels, centers):
    spread = np.array([np.sqrt(((x[labels == j] - c) ** 2).sum(1).mean()) for j, c in enumerate(centers)])
    apart = euclidean(centers, centers)
    ratio = (spread[:, None] + spread[None, :]) / apart
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `apart` can be 0, as a squared distance from products can: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): (spread[:, None] + spread[None, :]) / np.maximum(apart, 1e-10)
    # from: `(a**2).sum(1)[:, None] - 2.0 * a.dot(b.T) + (b**2).sum(1)[None, :]` made here, exactly 0 where a row meets itself
    # from: `sq_dist(a, b)` returned by this call
    # from: `np.sqrt(d2)` made here, values in [0, inf]
    # from: `euclidean(centers, centers)` returned by this call
    np.fill_diagonal(apart, np.inf)
    right = (spread[:, None] + spread[None, :]) / apart
    return ratio.max(1).mean(), right.max(1).mean()
