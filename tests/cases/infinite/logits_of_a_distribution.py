# A distribution over classes makes a log softmax of the logits that it is given: where they are masked with -inf, its
# `logits` are -inf and its `probs` 0. Its own entropy knows that; a product written by hand does not.

import torch
from torch import nn
from torch.distributions import Bernoulli, Categorical


def bonus(logits, m):
    d = torch.distributions.Categorical(logits=logits.masked_fill(~m, float("-inf")))
    return -(d.probs * d.logits).sum(-1).mean()
    #        ^^^^^^^^^^^^^^^^^^ NAN107 warning: `d.logits` is -inf for masked logits, and `d.probs` is 0 there: 0 * Inf is NaN; use a finite mask


class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 4)

    def forward(self, x, legal):
        logits = self.fc(x)
        logits = torch.where(legal, logits, -torch.inf)
        return Categorical(logits=logits)

    def entropy(self, x, legal):
        dist = self(x, legal)
        p_log_p = dist.logits * dist.probs
        #         ^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `dist.logits` is -inf for masked logits, and `dist.probs` is 0 there: 0 * Inf is NaN; use a finite mask
        return -p_log_p.sum(-1)

    def own(self, x, legal):
        return self(x, legal).entropy()

    def finite(self, x, legal):
        logits = self.fc(x).masked_fill(~legal, -1e9)
        d = Categorical(logits=logits)
        return -(d.probs * d.logits).sum(-1)

    def free(self, x):
        d = Categorical(logits=self.fc(x))
        return -(d.probs * d.logits).sum(-1)

    def cleaned(self, x, legal):
        d = self(x, legal)
        return -torch.nan_to_num(d.probs * d.logits).sum(-1)

    def binary(self, x, legal):
        d = Bernoulli(logits=self.fc(x).masked_fill(~legal, -torch.inf))
        return (d.probs * torch.sigmoid(d.logits)).sum(-1)

    def log_of(self, x):
        d = Categorical(logits=self.fc(x))
        return torch.log(d.probs) + d.logits
        #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `d.probs` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def step(policy, x, legal, opt):
    loss = policy.entropy(x, legal).mean() + bonus(policy.fc(x), legal)
    loss.backward()
    opt.step()
