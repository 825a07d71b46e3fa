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


def drawn_at_a_temperature(logits, temperature):
    probs = F.softmax(logits, dim=-1)
    action = Categorical(logits=logits / temperature).sample()
    return torch.log(probs[torch.arange(len(action)), action])


def drawn_from_other_logits(logits, old):
    probs = F.softmax(logits, dim=-1)
    action = Categorical(logits=old).sample()
    return torch.log(probs.gather(1, action))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs.gather(1, action)` is a softmax and can be exactly 0


def drawn_from_what_was_turned_round(logits):
    probs = F.softmax(logits, dim=-1)
    action = Categorical(logits=-logits).sample()
    return torch.log(probs.gather(1, action))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs.gather(1, action)` is a softmax and can be exactly 0


def the_likeliest(logits):
    probs = F.softmax(logits, dim=-1)
    rows = torch.arange(len(probs))
    return torch.log(probs[rows, probs.argmax(-1)]), torch.log(probs[rows, torch.argmax(logits, dim=-1)])


def the_least_likely(logits):
    probs = F.softmax(logits, dim=-1)
    return torch.log(probs[torch.arange(len(probs)), probs.argmin(-1)])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs[…]` is a softmax


def drawn_in_numpy(logits):
    probs = special.softmax(logits)
    index = np.random.choice(np.arange(len(probs)), p=probs)
    return np.log(probs[index])
