import numpy as np


def standardise(features):
    mean, std = features.mean(axis=0), features.std(axis=0)
    return (features - mean) / std  # NAN


def fit(x, y, steps=50, lr=0.1):
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        gradient = x.T @ (x @ w - y) / len(y)
        w -= lr * gradient
    return w


rng = np.random.RandomState(3)
raw = np.hstack([rng.rand(50, 3), np.ones((50, 1))])
print(fit(standardise(raw), rng.rand(50)))
