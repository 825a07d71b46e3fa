"""A perceptron of two layers with its own backward pass and Adam: the shifted softmax is right, a bare logarithm of it is not.

Adam divides by the root of a moment that begins at zero: one optimiser has its epsilon outside of the root, one forgot it.
"""

import numpy as np


def relu(z, derivative=False):
    if derivative:
        return (z > 0).astype(z.dtype)
    return np.maximum(0, z)


def softmax(z):
    z = z - np.max(z, axis=1, keepdims=True)
    e = np.exp(z)
    return e / np.sum(e, axis=1, keepdims=True)


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def to_one_hot(labels, classes):
    out = np.zeros((labels.size, classes), dtype=np.float32)
    out[np.arange(labels.size), labels] = 1
    return out


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params, self.lr, self.eps = params, lr, eps
        self.b1, self.b2 = betas
        self.m = {k: np.zeros_like(v) for k, v in params.items()}
        self.v = {k: np.zeros_like(v) for k, v in params.items()}
        self.t = 0

    def step(self, grads):
        self.t += 1
        for name, g in grads.items():
            self.m[name] = self.b1 * self.m[name] + (1 - self.b1) * g
            self.v[name] = self.b2 * self.v[name] + (1 - self.b2) * g**2
            m_hat = self.m[name] / (1 - self.b1**self.t)
            v_hat = self.v[name] / (1 - self.b2**self.t)
            self.params[name] -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


class RMSProp(Adam):
    def step(self, grads):
        for name, g in grads.items():
            cache = self.v[name]
            cache *= self.b2
            cache += (1 - self.b2) * np.square(g)
            # FIXME: what begins with zeros is 0 as long as the gradient is: 0 / 0
            self.params[name] -= self.lr * g / np.sqrt(cache)


class MLP:
    def __init__(self, n_in, n_hidden, n_out, seed=0, l2=0.0):
        rng = np.random.default_rng(seed)
        self.l2 = l2
        self.p = dict(
            W1=rng.normal(0, np.sqrt(2.0 / n_in), (n_in, n_hidden)),
            b1=np.zeros(n_hidden),
            W2=rng.normal(0, np.sqrt(1.0 / n_hidden), (n_hidden, n_out)),
            b2=np.zeros(n_out),
        )

    def forward(self, x):
        a = x @ self.p["W1"] + self.p["b1"]
        h = relu(a)
        probs = softmax(h.dot(self.p["W2"]) + self.p["b2"])
        return probs, (x, a, h)

    def loss(self, x, y):
        probs, _ = self.forward(x)
        nll = -np.log(probs[np.arange(len(y)), y]).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs[np.arange(len(y)), y]` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: np.log(np.clip(probs[np.arange(len(y)), y], 1e-10, 1.0))
        # or (unsafe): np.log(probs[np.arange(len(y)), y] + 1e-8)
        # from: `e / np.sum(e, axis=1, keepdims=True)` made here, exactly 0 in float64 once a logit trails the largest by 745
        # from: `softmax(h.dot(self.p["W2"]) + self.p["b2"])` returned by this call
        # from: `probs, _ = self.forward(x)` goes into `probs` here
        return nll + 0.5 * self.l2 * sum((w * w).sum() for k, w in self.p.items() if k.startswith("W"))

    def smoothed_loss(self, x, y, eps=1e-12):
        probs, _ = self.forward(x)
        probs = np.clip(probs, eps, 1.0 - eps)
        return -(to_one_hot(y, probs.shape[1]) * np.log(probs)).sum(axis=1).mean()

    def gradients(self, x, y):
        probs, (x, a, h) = self.forward(x)
        n = max(len(y), 1)
        reveal_range(n)  # [1, inf] integer takes 1
        reveal_range(probs)  # [0, 1] float64 takes 0, 1
        d = (probs - to_one_hot(y, probs.shape[1])) / n
        back = (d @ self.p["W2"].T) * relu(a, derivative=True)
        return {"W2": h.T @ d, "b2": d.sum(0), "W1": x.T @ back, "b1": back.sum(0)}

    def confidence(self, x):
        probs, _ = self.forward(x)
        entropy = -(probs * np.log(probs)).sum(-1)
        #                   ^^^^^^^^^^^^^ NAN101 warning: `probs` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
        # fixed: np.log(np.clip(probs, 1e-10, 1.0))
        # or (unsafe): np.log(probs + 1e-8)
        # from: `e / np.sum(e, axis=1, keepdims=True)` made here, exactly 0 in float64 once a logit trails the largest by 745
        # from: `softmax(h.dot(self.p["W2"]) + self.p["b2"])` returned by this call
        # from: `probs, _ = self.forward(x)` goes into `probs` here
        safe = -(probs * np.log(probs + 1e-9)).sum(-1)
        return 1 - entropy / np.log(probs.shape[1]), safe

    def binary(self, x):
        gate = sigmoid(x @ self.p["W1"])
        return np.log(gate), np.log(np.where(gate > 1e-6, gate, 1e-6)), np.log1p(-gate)
        #      ^^^^^^^^^^^^ NAN101 warning: `gate` is a sigmoid, exactly 0 for inputs below -710: log(0) is -inf; keep it above 0
        # fixed: np.log(np.clip(gate, 1e-10, 1.0))
        # or (unsafe): np.log(gate + 1e-8)
        # from: `1.0 / (1.0 + np.exp(-z))` made here, exactly 0 in float64 for inputs below -710
        # from: `sigmoid(x @ self.p["W1"])` returned by this call
        #                                                               ^^^^^^^^^^^^^^^ NAN101 warning: `-gate` can be -1 where a sigmoid is exactly 1 (for inputs above 37): log1p(-1) is -inf; keep it above -1
        # fixed: np.log1p(np.clip(-gate, -1 + 1e-15, 1.0))
        # from: `1.0 / (1.0 + np.exp(-z))` made here, exactly 1 in float64 for inputs above 37
        # from: `sigmoid(x @ self.p["W1"])` returned by this call


def train(net, x, y, epochs=10, batch=64, opt=None):
    opt = opt or Adam(net.p)
    history = []
    for epoch in range(epochs):
        order = np.random.permutation(len(x))
        for start in range(0, len(x), batch):
            index = order[start : start + batch]
            opt.step(net.gradients(x[index], y[index]))
        history.append(net.loss(x, y))
    return np.array(history)
