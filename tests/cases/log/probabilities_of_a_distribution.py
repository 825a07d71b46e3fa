# A distribution that is given logits makes its `probs` of them by a softmax, or a sigmoid: without a mask, so that they
# are exactly 0. Its `log_prob` and `entropy` keep to the logits, and `probs` of what nobody knows are left alone.

import torch
from torch import nn
from torch.distributions import Bernoulli, Categorical, Normal, OneHotCategorical


class Weights(nn.Module):
    def __init__(self, size, parts):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(size, size), nn.ELU(), nn.Linear(size, parts))

    def forward(self, x):
        return OneHotCategorical(logits=self.net(x))


class Mixture(nn.Module):
    def __init__(self, size, parts):
        super().__init__()
        self.weights = Weights(size, parts)
        self.means = nn.Linear(size, parts)

    def forward(self, x):
        return self.weights(x), Normal(self.means(x), 1.0)

    def loss(self, x, y):
        weights, parts = self.forward(x)
        return -torch.logsumexp(torch.log(weights.probs) + parts.log_prob(y), dim=1)
        #                       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `weights.probs` is a softmax and can be exactly 0

    def kept_as_logits(self, x, y):
        weights, parts = self.forward(x)
        return -torch.logsumexp(weights.logits + parts.log_prob(y), dim=1)


class Policy(nn.Module):
    def __init__(self, size, actions):
        super().__init__()
        self.net = nn.Linear(size, actions)

    def forward(self, x):
        policy = Categorical(torch.softmax(self.net(x), dim=-1))
        gate = Bernoulli(logits=self.net(x))
        return -(policy.probs * policy.probs.log()).sum() + gate.probs.log().sum()
        #                       ^^^^^^^^^^^^^^^^^^ NAN101 warning: `policy.probs` is a softmax
        #                                                   ^^^^^^^^^^^^^^^^ NAN101 warning: `gate.probs` is a sigmoid, exactly 0 for inputs below -89

    def known(self, x, action):
        policy = Categorical(logits=self.net(x))
        return policy.log_prob(action) + policy.entropy() + torch.log(policy.probs + 1e-8).sum()


def of_somebody(x, policy):
    return (policy.probs * x).sum()
