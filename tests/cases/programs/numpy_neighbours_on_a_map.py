"""Student-t neighbour embedding: a search for the perplexity, joint probabilities with floors, and the descent itself."""

import numpy as np

MACHINE_EPSILON = np.finfo(np.double).eps


def squared_distances(X):
    sum_X = np.sum(np.square(X), 1)
    return np.add(np.add(-2 * np.dot(X, X.T), sum_X).T, sum_X)


def Hbeta(D, beta=1.0):
    """Entropy and row of P for one precision."""
    P = np.exp(-D * beta)
    sumP = sum(P)
    # FIXME: squared distances by `np.add` are not known: nothing overflows here, but all can underflow
    H = np.log(sumP) + beta * np.sum(D * P) / sumP
    #   ^^^^^^^^^^^^ NAN402 information: this is a logsumexp written out by hand: where `np.exp(-D * beta)` overflows, it is Inf; use NumPy's own
    # fixed: nothing
    # from: `np.add(np.add(-2 * np.dot(X, X.T), sum_X).T, sum_X)` made here, unbounded
    # from: `squared_distances(X)` returned by this call
    # from: `Di = D[i, np.r_[0:i, i + 1 : n]]` goes into `Di` here
    # from: `Di` passed as `D` here
    # from: `np.exp(-D * beta)` made here, values in [0, inf]
    # from: `sumP = sum(P)` goes into `sumP` here
    return H, P / sumP
    #         ^^^^^^^^ NAN402 information: this is a softmax written out by hand: where `np.exp(-D * beta)` overflows, it is NaN; use NumPy's own
    # fixed: nothing
    # from: `np.add(np.add(-2 * np.dot(X, X.T), sum_X).T, sum_X)` made here, unbounded
    # from: `squared_distances(X)` returned by this call
    # from: `Di = D[i, np.r_[0:i, i + 1 : n]]` goes into `Di` here
    # from: `Di` passed as `D` here
    # from: `np.exp(-D * beta)` made here, values in [0, inf]
    # from: `sumP = sum(P)` goes into `sumP` here


def Hbeta_guarded(D, beta=1.0):
    P = np.exp(-D.copy() * beta)
    sumP = max(P.sum(), 1e-12)
    return np.log(sumP) + beta * (D * P).sum() / sumP, P / sumP


def x2p(X, tol=1e-5, perplexity=30.0, entropy=Hbeta):
    n, d = X.shape
    D = squared_distances(X)
    P = np.zeros((n, n))
    beta = np.ones((n, 1))
    logU = np.log(perplexity)
    for i in range(n):
        betamin, betamax = -np.inf, np.inf
        Di = D[i, np.r_[0:i, i + 1 : n]]
        H, thisP = entropy(Di, beta[i])
        for tries in range(50):
            Hdiff = H - logU
            if np.abs(Hdiff) <= tol:
                break
            if Hdiff > 0:
                betamin = beta[i].copy()
                beta[i] = beta[i] * 2.0 if np.isinf(betamax) else (beta[i] + betamax) / 2.0
            else:
                betamax = beta[i].copy()
                beta[i] = beta[i] / 2.0 if np.isinf(betamin) else (beta[i] + betamin) / 2.0
            H, thisP = entropy(Di, beta[i])
        P[i, np.r_[0:i, i + 1 : n]] = thisP
    print("Mean value of sigma: %f" % np.mean(np.sqrt(1 / beta)))
    return P


def joint(P):
    P = P + P.T
    P /= np.maximum(P.sum(), MACHINE_EPSILON)
    return np.maximum(P, 1e-12)


class TSNE:
    def __init__(self, n_components=2, learning_rate=500, momentum=(0.5, 0.8), min_gain=0.01, verbose=0):
        self.n_components = n_components
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.min_gain = min_gain
        self.verbose = verbose

    def low_affinities(self, Y):
        num = 1.0 / (1.0 + squared_distances(Y))
        np.fill_diagonal(num, 0.0)
        Q = num / np.sum(num)
        return num, Q

    def kl(self, P, Q, floor=True):
        if floor:
            Q = np.maximum(Q, 1e-12)
            return np.sum(P * np.log(P / Q))
        # FIXME: a warning: zeros were written into the diagonal
        # FIXME: P is above 0, which is not found out of the second call
        return np.sum(P * (np.log(P) - np.log(Q)))
        #                  ^^^^^^^^^ NAN101 hint: nothing here shows that `P` stays above 0: log(0) is -inf
        #                              ^^^^^^^^^ NAN101 hint: nothing here shows that `Q` stays above 0: log(0) is -inf
        # fixed: np.log(np.maximum(Q, 1e-10))

    def fit_transform(self, X, max_iter=1000):
        P = joint(x2p(X, entropy=Hbeta_guarded)) * 4.0
        reveal_range(P)  # [4e-12, inf] float64 takes 4e-12, 4, nan
        Y = np.random.randn(X.shape[0], self.n_components) * 1e-4
        dY, iY, gains = np.zeros_like(Y), np.zeros_like(Y), np.ones_like(Y)
        for it in range(max_iter):
            num, Q = self.low_affinities(Y)
            PQ = P - np.maximum(Q, MACHINE_EPSILON)
            for i in range(len(Y)):
                dY[i] = np.sum(np.tile(PQ[:, i] * num[:, i], (self.n_components, 1)).T * (Y[i] - Y), 0)
            m = self.momentum[0] if it < 20 else self.momentum[-1]
            gains = (gains + 0.2) * ((dY > 0.0) != (iY > 0.0)) + (gains * 0.8) * ((dY > 0.0) == (iY > 0.0))
            gains[gains < self.min_gain] = self.min_gain
            iY = m * iY - self.learning_rate * (gains * dY)
            Y = Y + iY - np.mean(Y, 0)
            if self.verbose and (it + 1) % 10 == 0:
                print("Iteration %d: error is %f" % (it + 1, self.kl(P, Q)), self.kl(P, Q, floor=False))
            if it == 100:
                P = P / 4.0
        reveal_range(num)  # any value float64 or NaN takes 1, 1.000046
        return Y


def trustworthiness_weights(d, k=5):
    ranks = d.argsort(1).argsort(1)
    # FIXME: the first rank is 0, and `where` takes it
    inverse = 1.0 / ranks
    harmonic = 1.0 / (1 + ranks)
    return np.where(ranks < k, inverse, 0.0), harmonic
