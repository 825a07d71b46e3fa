# What an activation is taken of is written at the logarithm, or above the activation, only where that is the same.

import torch
import torch.nn.functional as F


def commented(z, y):
    return F.binary_cross_entropy(torch.sigmoid(
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+2 NAN401 hint: `torch.sigmoid(z)` is a sigmoid: at 0 or 1 this loss has no gradient; use `binary_cross_entropy_with_logits`
    # fixed: nothing
    # from: `torch.sigmoid( z # the raw scores )` made here, values in [0, 1]
        z  # the raw scores
    ), y)


def commented_activation(self, net):
    p = torch.softmax(self.z, -1)  # outside
    net.update(self)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: stable_log_p
    # adds: stable_log_p = torch.log_softmax(self.z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(self.z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def commented_inside(self, net):
    p = torch.softmax(
        self.z,  # unscaled
        -1,
    )
    net.update(self)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax( logits, # unscaled -1, )
    # from: `torch.softmax( self.z, # unscaled -1, )` made here, exactly 0 in float32 once a logit trails the largest by 104


def under_autocast(self, net):
    with net.rules():
        p = torch.softmax(self.z, -1)
        net.update(self)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(self.z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def made_in_one_loop(self, net, xs):
    for x in xs:
        p = torch.softmax(self.z, -1)
    for x in xs:
        net.update(self)
        loss = torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.softmax(self.z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    return loss


def in_one_loop(self, net, xs):
    for x in xs:
        p = torch.softmax(self.z, -1)
        net.update(self)
        loss = torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: stable_log_p
    # adds: stable_log_p = torch.log_softmax(self.z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(self.z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    return loss


def overwritten(self, net):
    p = torch.softmax(self.z, -1)
    p += 1
    p -= 1
    net.update(self)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.softmax(self.z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `p += 1` goes into `p` here
    # from: `p -= 1` goes into `p` here


def two_of_them(x):
    e = torch.exp(x)
    x = 2 * x
    return e / torch.exp(x).sum(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: nothing


def two_of_one(x):
    e = torch.exp(x)
    return e / torch.exp(x).sum(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.softmax(x, dim=-1)
    # removes: e = torch.exp(x)


class Table:
    z = torch.randn(3)
    p = torch.softmax(z, -1)
    z = None
    log_p = torch.log(p)
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def as_a_method(x):
    p = (2 * x).softmax(-1)
    x = None
    return torch.log(p), p
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: logits.log_softmax(-1)
    # adds: logits = 2 * x
    # adds: logits
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `(2 * x).softmax(-1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def alone(x):
    p = torch.sigmoid(2 * x)
    x = None
    return torch.log(p), p
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(logits)
    # adds: logits = 2 * x
    # adds: logits
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.sigmoid(2 * x)` made here, exactly 0 in float32 for inputs below -89


def commented_operand(x):
    p = torch.softmax(
        (x  # scaled
         + 1),
        -1,
    )
    x = None
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax( (x # scaled + 1), -1, )` made here, exactly 0 in float32 once a logit trails the largest by 104
