# The ratio of a clipped objective grows without bound, however the clip is written.

import torch


def by_a_method(logp, old, adv):
    ratio = torch.exp(logp - old)
    #       ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here
    loss = -torch.min(ratio * adv, ratio.clamp(0.8, 1.2) * adv).mean()
    loss.backward()
    return loss


def by_a_function(logp, old, adv):
    ratio = torch.exp(logp - old)
    #       ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here
    loss = -torch.min(ratio * adv, torch.clamp(ratio, 0.8, 1.2) * adv).mean()
    loss.backward()
    return loss


def clipped_alone(logp, old, adv):
    ratio = torch.exp(logp - old)
    loss = -(ratio.clamp(0.8, 1.2) * adv).mean()
    loss.backward()
    return loss


def as_the_bound(logp, old, adv):
    ratio = torch.exp(logp - old)
    loss = -torch.min(ratio * adv, torch.clamp(adv, 0.8, ratio)).mean()
    loss.backward()
    return loss
