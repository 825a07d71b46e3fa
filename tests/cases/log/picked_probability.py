# One probability that is picked out of a softmax is as often 0 as the others.

import torch


def policy_gradient(logits, actions, advantages):
    probabilities = torch.softmax(logits, dim=-1)
    chosen = probabilities.gather(1, actions.unsqueeze(1)).squeeze(1)
    return -(torch.log(chosen) * advantages).mean()
    #        ^^^^^^^^^^^^^^^^^ NAN101 warning: `chosen`
    # fixed: torch.log_softmax(logits, dim=-1).gather(1, actions.unsqueeze(1)).squeeze(1)
    # removes: chosen = probabilities.gather(1, actions.unsqueeze(1)).squeeze(1)
    # removes: probabilities = torch.softmax(logits, dim=-1)
    # or: torch.log(torch.clamp(chosen, 1e-10, 1.0))
    # or (unsafe): torch.log(chosen + 1e-8)
