"""What a caller passes is met in a branch only where its call enters it: `if before is None:` is for those that pass none."""

import torch


def inverse_tanh(action, before=None):
    if before is None:
        before = 0.5 * torch.log((1 + action) / (1 - action))
    return before


def nothing_more_to_do(raw):
    return inverse_tanh(torch.tanh(raw), before=raw.clone())


def inverse_of_some(action, before=None):
    if before is None:
        before = 0.5 * torch.log1p(-action)
        #              ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-action` can be -1 where a tanh is exactly 1 (for inputs above 9): log1p(-1) is -inf; keep it above -1
    return before


def hands_on_what_it_was_not_told(raw, before=None):
    return inverse_of_some(torch.tanh(raw), before)


def inverse_of_drawn(action, before=None):
    if before is not None:
        return before
    return torch.log1p(-action)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-action` can be -1 where a tanh is exactly 1 (for inputs above 9): log1p(-1) is -inf; keep it above -1


def perhaps_without(raw, keep):
    before = None
    if keep:
        before = raw.clone()
    return inverse_of_drawn(torch.tanh(raw), before)


class Squashed:
    def __init__(self, base):
        self.base = base

    def log_prob(self, action, before=None):
        if before is None:
            before = torch.log((1 + action) / (1 - action)) / 2
        return self.base.log_prob(before) - torch.log(1 - action * action + 1e-6)

    def rsample(self, *, with_before=False):
        z = self.base.rsample()
        return (torch.tanh(z), z) if with_before else torch.tanh(z)


def policy_loss(base, q, *, reparameterise):
    squashed = Squashed(base)
    if reparameterise:
        action, before = squashed.rsample(with_before=True)
    else:
        action, before = squashed.rsample(with_before=True)
        action, before = action.detach(), before.detach()
    loss = (squashed.log_prob(action, before=before) - q(action)).mean()
    loss.backward()


def cross_entropy(y, outputs, *, from_logits=False):
    if not from_logits:
        return -(y * torch.log(outputs)).sum()
    return -(y * torch.log_softmax(outputs, -1)).sum()


def of_logits(y, z):
    return cross_entropy(y, torch.softmax(z, -1), from_logits=True)


def entropy(y, outputs, *, from_logits=False):
    if not from_logits:
        return -(y * torch.log(outputs)).sum()
        #            ^^^^^^^^^^^^^^^^^^ NAN101 warning: `outputs` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    return -(y * torch.log_softmax(outputs, -1)).sum()


def of_both(y, z):
    return entropy(y, z, from_logits=True) + entropy(y, torch.softmax(z, -1))
