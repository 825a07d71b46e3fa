# Soft actor-critic in Keras 3 over JAX: squashed Gaussians, temperatures, distributional critics, replay priorities.

import os

os.environ["KERAS_BACKEND"] = "jax"

from dataclasses import dataclass, field

import keras
import keras.ops as K
import numpy as np

LOG_STD_MIN, LOG_STD_MAX = -5.0, 2.0


def mlp(sizes, *, out=None, name="mlp"):
    model = keras.Sequential(name=name)
    for width in sizes:
        model.add(keras.layers.Dense(width, activation=keras.activations.relu))
    if out is not None:
        model.add(keras.layers.Dense(out))
    return model


class Actor(keras.Model):
    def __init__(self, act_dim, hidden=(256, 256), squash="tanh"):
        super().__init__()
        self.trunk = mlp(hidden)
        self.mu = keras.layers.Dense(act_dim)
        self.log_std = keras.layers.Dense(act_dim)
        self.squash = squash

    def call(self, obs, training=None):
        h = self.trunk(obs)
        log_std = self.log_std(h)
        if self.squash == "tanh":
            log_std = LOG_STD_MIN + 0.5 * (LOG_STD_MAX - LOG_STD_MIN) * (K.tanh(log_std) + 1)
        return self.mu(h), log_std

    def sample(self, obs, eps=1e-6):
        mu, log_std = self(obs)
        std = K.exp(log_std)
        #     ^^^^^^^^^^^^^^ NAN104 information: `log_std` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): log_std = K.minimum(log_std, 30.0)
        # adds: log_std = K.minimum(log_std, 30.0)
        # or (unsafe): K.exp(K.minimum(log_std, 30.0))
        # from: `self.log_std(h)` made here, unbounded
        # from: `mu, log_std = self(obs)` goes into `log_std` here
        reveal_range(std)  # [0, inf] float32 takes 0, 0.006737947, 7.38905621, inf
        raw = mu + std * keras.random.normal(K.shape(mu))
        action = K.tanh(raw)
        logp = -0.5 * K.square((raw - mu) / std) - log_std - 0.5 * float(np.log(2 * np.pi))
        #                      ^^^^^^^^^^^^^^^^ NAN102 information: `std` is an exponential, exactly 0 for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): log_std = K.maximum(log_std, -15.0)
        # adds: log_std = K.maximum(log_std, -15.0)
        # or (unsafe): (raw - mu) / K.maximum(std, 1e-7)
        # or (unsafe): (raw - mu) / (std + 1e-8)
        # or (unsafe): K.divide_no_nan(raw - mu, std)
        # from: `self.log_std(h)` made here, unbounded
        # from: `mu, log_std = self(obs)` goes into `log_std` here
        # from: `K.exp(log_std)` made here, exactly 0 in float32 for inputs below -87
        corrected = {
            "bare": logp - K.log(1.0 - K.square(action)),
            #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - K.square(action)` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
            # fixed: 2.0 * (0.6931471805599453 - raw - K.softplus(-2.0 * raw))
            # or: K.log(K.clip(1.0 - K.square(action), 1e-10, 1.0))
            # from: `self.log_std(h)` made here, unbounded
            # from: `mu, log_std = self(obs)` goes into `log_std` here
            # from: `K.exp(log_std)` made here, values in [0, inf]
            # from: `raw = mu + std * keras.random.normal(K.shape(mu))` goes into `raw` here
            # from: `K.tanh(raw)` made here, exactly -1 in float32 for inputs below -8
            # from: `K.square(action)` made here, values in [0, 1]
            "eps": logp - K.log(1.0 - K.square(action) + eps),
            "relu": logp - K.log(K.relu(1.0 - K.square(action)) + eps),
            "exact": logp - 2.0 * (float(np.log(2.0)) - raw - K.softplus(-2.0 * raw)),
        }
        return action, {k: K.sum(v, axis=-1) for k, v in corrected.items()}


class Discrete(keras.Model):
    def __init__(self, n, hidden=(64,)):
        super().__init__()
        self.net = keras.Sequential([mlp(hidden), keras.layers.Dense(n), keras.layers.Softmax()])

    def policy(self, obs):
        probs = self.net(obs)
        z = K.cast(probs == 0.0, "float32") * 1e-8
        return probs, K.log(probs + z)

    def policy_bare(self, obs):
        probs = self.net(obs)
        return probs, K.log(probs)
        #             ^^^^^^^^^^^^ NAN101 warning: `probs` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: K.log(K.clip(probs, 1e-10, 1.0))
        # or (unsafe): K.log(probs + 1e-8)
        # from: `keras.layers.Softmax()` made here, exactly 0 in float32 once a logit trails the largest by 87
        # from: `self.net(obs)` returned by this call


@dataclass
class Replay:
    capacity: int = 10_000
    alpha: float = 0.6
    beta: float = 0.4
    eps: float = 1e-5
    priorities: np.ndarray = field(default=None)
    size: int = 0

    def __post_init__(self):
        self.priorities = np.zeros(self.capacity, dtype=np.float32)

    def sample(self, n):
        p = self.priorities[: self.size] ** self.alpha
        p /= p.sum()
        index = np.random.choice(self.size, n, p=p)
        weights = (self.size * p[index]) ** -self.beta
        return index, weights / weights.max()

    def update(self, index, td):
        self.priorities[index] = np.abs(td) + self.eps
        self.size = min(self.size + len(td), self.capacity)


class SAC:
    def __init__(self, act_dim, target_entropy=None, atoms=51, v_range=(-10.0, 10.0)):
        self.actor = Actor(act_dim)
        self.critics = [mlp((256, 256), out=1, name=f"q{i}") for i in range(2)]
        self.distribution = mlp((256,), out=atoms)
        self.log_alpha = keras.Variable(0.0, dtype="float32")
        self.target_entropy = -act_dim if target_entropy is None else target_entropy
        self.support = K.linspace(*v_range, atoms)
        self.delta = (v_range[1] - v_range[0]) / (atoms - 1)

    @property
    def alpha(self):
        return K.exp(self.log_alpha)

    @property
    def bounded_alpha(self):
        return K.exp(K.clip(self.log_alpha, -20.0, 2.0))

    def actor_loss(self, obs, kind="eps"):
        action, logps = self.actor.sample(obs)
        q = K.minimum(*[c(K.concatenate([obs, action], axis=-1)) for c in self.critics])
        return K.mean(self.bounded_alpha * logps[kind] - K.squeeze(q, -1)) + 0.0 * K.mean(logps["bare"])

    def alpha_loss(self, obs):
        _, logps = self.actor.sample(obs)
        return -K.mean(self.log_alpha * K.stop_gradient(logps["exact"] + self.target_entropy)) / self.alpha

    def distributional_loss(self, obs, target):
        p = K.softmax(self.distribution(obs))
        reveal_range(p)  # [0, 1] float32 takes 0, 1
        cross = -K.sum(target * K.log(p), axis=-1)
        #                       ^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: K.log_softmax(logits)
        # adds: logits = self.distribution(obs)
        # adds: logits
        # or: K.log(K.clip(p, 1e-10, 1.0))
        # from: `K.softmax(self.distribution(obs))` made here, exactly 0 in float32 once a logit trails the largest by 87
        kept = -K.sum(target * K.log(K.maximum(p, 1e-6)), axis=-1)
        mean = K.sum(p * self.support, -1)
        deviation = K.sqrt(K.sum(p * K.square(self.support), -1) - mean**2)
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `K.sum(…) - mean**2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
        # fixed: K.sqrt(K.maximum(K.sum(p * K.square(self.support), -1) - mean**2, 1e-10))
        # from: `K.sum(p * K.square(self.support), -1) - mean**2` made here, below 0 by rounding, where both are nearly equal
        floored = K.sqrt(K.maximum(K.sum(p * K.square(self.support), -1) - K.square(mean), 1e-6))
        return K.mean(cross + kept + 1e-3 * deviation + 1e-3 * floored)

    def normalised(self, returns, mask):
        count = K.sum(mask)
        mean = K.sum(returns * mask) / K.maximum(count, 1)
        std = K.std(returns)
        return (returns - mean) / (std + 1e-8), (returns - K.mean(returns)) / std
        #                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `std` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): std = K.sqrt(K.maximum(K.var(returns), 1e-12))
        # adds: K.sqrt(K.maximum(K.var(returns), 1e-12))
        # from: `K.std(returns)` made here, exactly 0 where all elements are equal


def polyak(target, source, tau=0.005):
    for t, s in zip(target.trainable_variables, source.trainable_variables):
        t.assign((1 - tau) * t + tau * s)
