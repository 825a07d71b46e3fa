"""Where a function is one that is known, or else something unknown, it may be the known one, and is not for certain."""

import torch
import torch.nn.functional as F


def of_settings(x, settings):
    activation = settings.activation if settings is not None else F.softmax
    return torch.log(activation(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `activation(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(activation(x, -1), min=1e-10))
    # from: `activation(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def unless_there_is_another(x, activation=None):
    activation = activation or F.softmax
    return torch.log(activation(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `activation(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(activation(x, -1), min=1e-10))
    # from: `activation(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def in_a_branch(x, settings):
    activation = F.softmax
    if settings is not None:
        activation = settings.activation
    return torch.log(activation(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `activation(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(activation(x, -1), 1e-10, 1.0))
    # or (unsafe): torch.log(activation(x, -1) + 1e-8)
    # from: `activation(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def under_another_name(x):
    activation = F.softmax
    return torch.log(activation(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `activation(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: F.log_softmax(x, -1)
    # removes: activation = F.softmax
    # or: torch.log(torch.clamp(activation(x, -1), 1e-10, 1.0))
    # from: `activation(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


class Head(torch.nn.Module):
    def __init__(self, activation=None):
        super().__init__()
        self.activation = activation or F.softmax

    def forward(self, x):
        return torch.log(self.activation(x, -1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.activation(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(self.activation(x, -1), min=1e-10))
        # from: `self.activation(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_a_library(x, library=None):
    library = library or F
    return torch.log(library.softmax(x, -1)) + torch.log(library.softplus(x) + 1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `library.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(library.softmax(x, -1), min=1e-10))
    # from: `library.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def whose_logarithm_it_is(x, settings):
    log = settings.log if settings is not None else torch.log
    return log(torch.softmax(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: log(torch.clamp(torch.softmax(x, -1), 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def pairs_that_come_later(x):
    pair = None
    for each in x:
        if pair is not None:
            p, q = pair
            return torch.log(p) + torch.log(q)
            #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
            # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
            # or (unsafe): torch.log(p + 1e-8)
            # from: `torch.softmax(each, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        pair = torch.softmax(each, -1), torch.exp(each) + 1
    return None


def under_a_key(x, load):
    found = load() if load else {"p": torch.softmax(x, -1), "q": torch.softmax(x, -1) + 1e-6}
    return torch.log(found["p"]) + torch.log(found["q"])
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `found["p"]` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(found["p"], min=1e-10))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def under_a_key_of_one(x, is_soft):
    found = {"p": torch.softmax(x, -1)} if is_soft else {"q": torch.softmax(x, -1) + 1e-6}
    return torch.log(found["p"]) + torch.log(found["q"])
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `found["p"]` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(found["p"], 1e-10, 1.0))
    # or (unsafe): torch.log(found["p"] + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
