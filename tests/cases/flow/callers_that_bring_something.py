"""What a caller passes is met where its call goes: past `is None` with a value, into it without one, either way if unknown."""

import torch
from settings import *


def with_what_was_before(action, before=None):
    if before is not None:
        return before - torch.log1p(-action)
        #               ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-action` can be -1 where a tanh is exactly 1 (for inputs above 9): log1p(-1) is -inf; keep it above -1
    return action


def brings_it(raw):
    return with_what_was_before(torch.tanh(raw), raw.clone())


def without(action, before=None):
    if before is None:
        return torch.log1p(-action)
        #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-action` can be -1 where a tanh is exactly 1 (for inputs above 9): log1p(-1) is -inf; keep it above -1
    return before


def brings_a_setting(raw):
    return without(torch.tanh(raw), BEFORE)


def of_scores_of_its_own(action, before=None):
    if torch.is_grad_enabled():
        action = torch.sigmoid(SCORES)
    if before is None:
        return torch.log(1 - action)
        #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - action` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
    return before


def brings_something_else(raw):
    return of_scores_of_its_own(torch.tanh(raw), raw.clone())


def brings_none(raw):
    return of_scores_of_its_own(raw.clamp(max=0.5))
