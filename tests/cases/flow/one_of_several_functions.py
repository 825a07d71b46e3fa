"""Of what is one of several functions, layers or objects, each may be what is called: its result is what any gives.

An object that somebody may pass, or else one that is made here, gives what the one that is made gives.
"""

import tensorflow as tf
import torch
import torch.nn.functional as F
from torch import nn


def of_two(model, x, is_sparse):
    f = F.softmax if is_sparse else F.relu
    return torch.log(f(model(x))).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `f(model(x))` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(f(model(x)), min=1e-10))
    # or (unsafe): torch.log(f(model(x)) + 1e-8)
    # from: `f(model(x))` made here, exactly 0 in float32 once a logit trails the largest by 104


def floored_whichever_it_is(x, is_sparse):
    f = F.softmax if is_sparse else torch.sigmoid
    return torch.log(f(x).clamp(min=1e-6)), torch.log(f(x) + 1e-3)


def never_zero(x, is_sparse):
    f = F.log_softmax if is_sparse else F.logsigmoid
    return torch.exp(f(x))


def of_a_table(x, kind):
    act = {"sigmoid": torch.sigmoid, "softmax": F.softmax}[kind]
    return torch.log(act(x))
    #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `act(x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(act(x), min=1e-10))
    # from: `act(x)` made here, exactly 0 in float32 for inputs below -89


class Head(nn.Module):
    def __init__(self, act=None):
        super().__init__()
        self.fc = nn.Linear(8, 4)
        self.act = act or nn.Softmax(dim=-1)

    def forward(self, x):
        return torch.log(self.act(self.fc(x)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.act(self.fc(x))` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(self.act(self.fc(x)), min=1e-10))
        # from: `self.act(self.fc(x))` made here, exactly 0 in float32 once a logit trails the largest by 104


class OneOrMany(nn.Module):
    def __init__(self, classes=1):
        super().__init__()
        self.fc = nn.Linear(8, classes)
        if classes == 1:
            self.act = nn.Sigmoid()
        else:
            self.act = nn.Softmax(dim=1)

    def forward(self, x):
        p = self.act(self.fc(x))
        return -(p * torch.log(p)).sum(), -(p * torch.log(p + 1e-6)).sum()
        #            ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
        # or (unsafe): torch.log(p + 1e-8)
        # from: `self.act(self.fc(x))` made here, exactly 0 in float32 once a logit trails the largest by 104


class Nll(nn.Module):
    def forward(self, p, y):
        return -(y * p.log()).sum()
        #            ^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: p.clamp(1e-10, 1.0).log()
        # or (unsafe): (p + 1e-8).log()
        # from: `torch.softmax(self.net(x), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


class Brier(nn.Module):
    def forward(self, p, y):
        return (p - y).square().sum()


class Trainer:
    def __init__(self, net: nn.Module | None = None, criterion=None, other=None):
        self.net = net if net is not None else Head()
        self.criterion = criterion or Nll()
        self.other = Brier() or Nll()

    def step(self, x, y):
        return self.criterion(torch.softmax(self.net(x), -1), y) + self.other(x, y)


class Actor(nn.Module):
    def __init__(self):
        super().__init__()
        self.pi, self.v = nn.Linear(8, 3), nn.Linear(8, 1)

    def forward(self, obs):
        return F.softmax(self.pi(obs), dim=-1), self.v(obs)


class Learner:
    def __init__(self, net=None):
        self.net = (net or Actor()).to("cpu")

    def loss(self, obs):
        probs, _ = self.net(obs)
        return -(probs * probs.log()).sum(-1)
        #                ^^^^^^^^^^^ NAN101 warning: `probs` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: nothing
        # from: `F.softmax(self.pi(obs), dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        # from: `probs, _ = self.net(obs)` goes into `probs` here


class Scores(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 3)

    def naive(self, s):
        return torch.exp(s).cumsum(-1)
        #      ^^^^^^^^^^^^ NAN104 information: `s` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): torch.exp(torch.clamp(s, max=30.0))
        # from: `self.fc(x)` made here, unbounded

    def capped(self, s):
        return torch.exp(s.clamp(max=20.0)).cumsum(-1)

    def shifted(self, s):
        return torch.exp(s - s.amax(-1, keepdim=True)).cumsum(-1)

    def forward(self, x, how):
        grown = self.naive if how == "naive" else self.capped if how == "capped" else self.shifted
        return grown(self.fc(x))


class Model(tf.keras.Model):
    def __init__(self, is_multi):
        super().__init__()
        one = tf.keras.layers.Dense(1, activation="sigmoid")
        self.out = one if not is_multi else tf.keras.layers.Dense(9, activation="softmax")

    def call(self, x):
        p = self.out(x)
        return tf.math.log(p), tf.math.log(1 - p), tf.math.log(tf.maximum(p, 1e-6))
        #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
        # or (unsafe): tf.math.log(p + 1e-8)
        # from: `self.out(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
        #                      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - p` can be 0 where a softmax is exactly 1: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.clip_by_value(1 - p, 1e-10, 1.0))
        # from: `self.out(x)` made here, exactly 1 in float32 once one logit leads the others by 17


class Positive(tf.keras.Model):
    def __init__(self, is_multi):
        super().__init__()
        one = tf.keras.layers.Dense(1, activation="softplus")
        self.out = one if not is_multi else tf.keras.layers.Dense(9, activation=tf.nn.relu)

    def call(self, x):
        return tf.sqrt(self.out(x) + 1e-6)
