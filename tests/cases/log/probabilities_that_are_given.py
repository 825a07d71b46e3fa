# A distribution divides what it is given as `probs` by its sum: of shares the result is known, of other numbers it is not.

import torch
from torch.distributions import Bernoulli, Categorical, Geometric


def of_equal_weights():
    uniform = Categorical(torch.ones(3))
    return torch.log(0.5 - uniform.probs)


def of_weights_above_2(weights):
    by_weight = Categorical(weights.clamp(min=2.0))
    return torch.sqrt(1.5 - by_weight.probs)


def of_weights_that_nobody_knows(weights):
    by_weight = Categorical(weights)
    return torch.log(by_weight.probs)


# PyTorch refuses a geometric distribution whose probability is 0.
def of_trials(x):
    first = Geometric(torch.sigmoid(x))
    return torch.log(first.probs)


def of_a_coin(x):
    coin = Bernoulli(probs=torch.sigmoid(x))
    return torch.log(1 - coin.probs)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - coin.probs` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
