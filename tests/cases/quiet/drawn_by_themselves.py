# What is drawn by its own probabilities is not one that is 0. What somebody else chose may be.

import numpy as np
import torch
import torch.nn.functional as F
from scipy import special
from torch.distributions import Categorical


def one_path(logits):
    probs = F.softmax(logits, dim=0)
    path = torch.multinomial(probs.data, 1)[0].item()
    return torch.log(probs[path])


def one_action_of_each_row(logits):
    probs = F.softmax(logits, dim=-1)
    action = Categorical(probs).sample()
    return torch.log(probs.gather(1, action.unsqueeze(1)))


def chosen_before(logits, action):
    probs = F.softmax(logits, dim=-1)
    return torch.log(probs.gather(1, action))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs.gather(1, action)` is a softmax and can be exactly 0


def drawn_by_another(logits, old):
    probs, before = F.softmax(logits, dim=-1), F.softmax(old, dim=-1)
    action = torch.multinomial(before, 1)
    return torch.log(probs.gather(1, action))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs.gather(1, action)` is a softmax and can be exactly 0


def drawn_by_name(logits):
    probs = F.softmax(logits, dim=-1)
    action = Categorical(probs=probs).sample()
    return torch.log(probs[action])


def drawn_from_logits(logits):
    probs = F.softmax(logits, dim=-1)
    action = Categorical(logits=logits).sample()
    return torch.log(probs.gather(1, action))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs.gather(1, action)` is a softmax and can be exactly 0


def drawn_in_numpy(logits):
    probs = special.softmax(logits)
    index = np.random.choice(np.arange(len(probs)), p=probs)
    return np.log(probs[index])
