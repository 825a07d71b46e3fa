# A clip behind `1 - c / p` takes away the infinity that arrives there with its sign: nothing is left of it where nothing
# is differentiated, and the gradient is NaN where something is. A clip on the other side takes nothing away.

import torch
import torch.nn.functional as F

c = 1.0


def correction(model, s, memory):
    pi = F.softmax(model(s), dim=1)
    ratio = pi.detach() / torch.tensor(memory)
    kept = (1 - c / ratio).clamp(min=0)
    return (kept * F.log_softmax(model(s), dim=1)).sum()


def of_the_policy_itself(model, s):
    pi = F.softmax(model(s), dim=1)
    kept = torch.clamp(1 - c / pi.detach(), min=0)
    return (kept * F.log_softmax(model(s), dim=1)).sum()


def upside_down(model, s):
    pi = F.softmax(model(s), dim=1)
    kept = torch.clamp(c / pi.detach() - 1, max=10.0)
    return (kept * F.log_softmax(model(s), dim=1)).sum()


def on_the_wrong_side(model, s):
    pi = F.softmax(model(s), dim=1)
    kept = torch.clamp(1 - c / pi.detach(), max=0)
    #                      ^^^^^^^^^^^^^^^ NAN102 warning: `pi.detach()` is a softmax and can be exactly 0
    return (kept * F.log_softmax(model(s), dim=1)).sum()


def differentiated(model, s):
    pi = F.softmax(model(s), dim=1)
    return (1 - c / pi).clamp(min=0).sum()
    #           ^^^^^^ NAN202 warning: `(1 - c / pi).clamp(min=0)` repairs the value but leaves the gradient NaN where `pi` is 0


def of_a_logarithm(model, s):
    pi = F.softmax(model(s), dim=1)
    return (3 - torch.log(pi)).clamp(max=100).sum()
    #           ^^^^^^^^^^^^^ NAN202 warning: `(…).clamp(…)` repairs the value but leaves the gradient NaN where `pi` is 0


def times_nothing(model, s):
    pi = F.softmax(model(s), dim=1)
    kept = (0 * (c / pi.detach())).clamp(min=0)
    #            ^^^^^^^^^^^^^^^ NAN102 warning: `pi.detach()` is a softmax and can be exactly 0
    return (kept * F.log_softmax(model(s), dim=1)).sum()
