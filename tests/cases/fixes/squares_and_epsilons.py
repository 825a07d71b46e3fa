# Squares, differences and epsilons however they are written, and what a repair of them must not lose.

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(8, 8)

    def tanh_times_two(self, x):
        t = torch.tanh(x)
        return torch.log(1 - torch.mul(t, 2))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.mul(t, 2)` can be below 0 where a tanh is exactly 1: log(-1) is NaN; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp(1 - torch.mul(t, 2), min=1e-10))
    # from: `torch.tanh(x)` made here, exactly 1 in float32 for inputs above 9

    def squared_in_a_name(self, x):
        q = torch.tanh(x) ** 2
        x = None
        return torch.log(1 - q)
    #          ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - q` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - logits - F.softplus(-2.0 * logits))
    # adds: logits = x
    # or: torch.log(torch.clamp(1 - q, 1e-10, 1.0))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9

    def difference_in_a_name(self, x):
        d = 1 - torch.tanh(x).pow(2)
        x = None
        return torch.log(d)
    #          ^^^^^^^^^^^^ NAN101 warning: `d` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - logits - F.softplus(-2.0 * logits))
    # adds: logits = x
    # or: torch.log(torch.clamp(d, 1e-10, 1.0))
    # or (unsafe): torch.log(d + 1e-8)
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9

    def doubtful(self, net, x):
        t = torch.tanh(net(x))
        x = self.update(t)
        return torch.log(1 - t ** 2)
    #          ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - t ** 2` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - t ** 2, 1e-10, 1.0))
    # from: `torch.tanh(net(x))` made here, exactly -1 in float32 for inputs below -9

    def twice_called(self, net, x):
        return torch.log(1 - torch.tanh(net(x)) * torch.tanh(net(x)))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(…) * torch.tanh(…)` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - torch.tanh(net(x)) * torch.tanh(net(x)), min=1e-10))
    # from: `torch.tanh(net(x))` made here, exactly -1 in float32 for inputs below -9

    def complement(self, z):
        return torch.log(1 - z.sigmoid())
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - z.sigmoid()` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(-z)
    # or: torch.log(torch.clamp(1 - z.sigmoid(), 1e-10, 1.0))
    # from: `z.sigmoid()` made here, exactly 1 in float32 for inputs above 17

    def in_place(self, x):
        return torch.log_(self.head(x)), 1 - x
    #          ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.head(x)` is the output of a linear layer, and nothing keeps it above 0: log(-1) is NaN
    # fixed (unsafe): torch.log_(self.head(x).clamp_(min=1e-10))
    # from: `self.head(x)` made here, unbounded

    def commented(self, x):
        p = self.head(x)
        y = 1 - p
        return torch.log(
    #          ^^^^^^^^^^+2 NAN101 warning: `p` is the output of a linear layer, and nothing keeps it above 0: log(-1) is NaN
    # fixed (unsafe): torch.log( torch.clamp(p, min=1e-10) # a probability )
    # from: `self.head(x)` made here, unbounded
            p  # a probability
        ) + y

    def updated(self, x):
        p = self.head(x)
        y = 1 - p
        return y, torch.log_(p)
    #             ^^^^^^^^^^^^^ NAN101 warning: `p` is the output of a linear layer, and nothing keeps it above 0: log(-1) is NaN
    # fixed (unsafe): torch.log_(p.clamp_(min=1e-10))
    # from: `self.head(x)` made here, unbounded

    def subtracted(self, z):
        return torch.log(torch.sub(torch.softmax(z, -1), 1e-10))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.sub(…)` masks nothing: it moves 0 the wrong way, to -1e-10, and log(-1) is NaN; add it
    # fixed: torch.log(torch.clamp(torch.sub(torch.softmax(z, -1), 1e-10), 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104

    def subtracted_in_place(self, z):
        p = torch.softmax(z, -1)
        p -= 1e-10
        return torch.log(p)
    #          ^^^^^^^^^^^^ NAN201 warning: `p -= 1e-10` masks nothing: it moves 0 the wrong way, to -1e-10, and log(-1) is NaN; add it
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `p -= 1e-10` goes into `p` here

    def subtracted_here(self, z):
        return torch.log(torch.softmax(z, -1) - 1e-10)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.softmax(z, -1) - 1e-10` masks nothing: it moves 0 the wrong way, to -1e-10, and log(-1) is NaN; add it
    # fixed (unsafe): torch.log(torch.softmax(z, -1) + 1e-10)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104

    def in_parentheses(self, p, q):
        p, q = torch.sigmoid(p), torch.sigmoid(q)
        return torch.log(1 - (p * q + 1e-10))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p * q + 1e-10` masks nothing: 1 + 1e-10 is exactly 1 in float32, and log(0) is -inf; take a larger one
    # fixed: torch.log(1 - (p * q) + 1e-10)
    # from: `torch.sigmoid(p)` made here, exactly 1 in float32 for inputs above 17

    def in_parentheses_too(self, p, q):
        p = torch.sigmoid(p)
        return torch.log(1 - (p - 1 + 1e-10 + 1))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - (p - 1 + 1e-10 + 1)` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - (p - 1 + 1e-10 + 1), 1e-10, 1.0))
    # from: `torch.sigmoid(p)` made here, exactly 1 in float32 for inputs above 17

    def added_in_a_name(self, z):
        eps = 1e-10 + 1
        return torch.log(eps - torch.sigmoid(z))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1e-10 + 1` masks nothing: 1 + 1e-10 is exactly 1 in float32, and log(0) is -inf; add it last
    # fixed: torch.log(torch.clamp(eps - torch.sigmoid(z), 1e-10, 1.0))
    # from: `torch.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17

    def conditional_operand(self, z):
        return torch.log(1e-10 + 1 - torch.sigmoid(z))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1e-10 + 1` masks nothing: 1 + 1e-10 is exactly 1 in float32, and log(0) is -inf; add it last
    # fixed: torch.log(1 - torch.sigmoid(z) + 1e-10)
    # from: `torch.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17

    def unpacked(self, z):
        pair = (torch.softmax(z, -1), 1e-50)
        return torch.log(torch.add(*pair))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.add(*pair)` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(torch.add(*pair), min=1e-10))

    def ratio(self, z, y):
        return torch.log(torch.sigmoid(z) / torch.sigmoid(y))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…) /…igmoid(…)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(z) - F.logsigmoid(y)
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sigmoid(y)` is a sigmoid, exactly 0 for inputs below -89: x / 0 is Inf or NaN; keep it away from 0
    # fixed: F.logsigmoid(z) - F.logsigmoid(y)
    # adds: F.logsigmoid(z) - F.logsigmoid(y)
    # from: `torch.sigmoid(y)` made here, exactly 0 in float32 for inputs below -89

    def ratio_of_unknown(self, z, y):
        return torch.log(torch.sigmoid(z) / y)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(z) / y` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp(torch.sigmoid(z) / y, min=1e-10))
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89

    def ratio_less(self, z, y):
        return torch.log(torch.relu(z) * y)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(z) * y` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.relu(z) * y, min=1e-10))
    # from: `torch.relu(z)` made here, exactly 0 for inputs of 0 or less

    def late(self, z):
        eps = 1e-8
        return torch.log(torch.softmax(z, -1)) + eps
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: the epsilon of `torch.log(torch.softmax(z, -1)) + eps` comes too late: log(0) is -inf; add it to the operand
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.softmax(z, -1) + eps)
    # or: torch.log(torch.clamp(torch.softmax(z, -1), 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104

    def root(self, z):
        return torch.sqrt(torch.softmax(z, -1))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(torch.softmax(z, -1), 1e-10, 1.0))
    # or (unsafe): torch.sqrt(torch.softmax(z, -1) + 1e-8)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104

    def halves(self, x):
        a = torch.softmax(x, -1)
        a **= -1 / 2
    #   ^^^^^^^^^^^^ NAN103 warning: `a` is a softmax, exactly 0 once a logit trails the largest by 104: 0 ** -0.5 is Inf; keep it above 0
    # fixed (unsafe): a = a.clamp(min=1e-10) ** (-1 / 2)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        return a

    def reciprocal(self, z):
        return 1 / torch.softmax(z, -1) + 1e-8
    #          ^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: the epsilon of `1 / torch.softmax(z, -1) + 1e-8` comes too late: x / 0 is Inf or NaN; add it to the operand
    # fixed: 1 / torch.softmax(z, -1).clamp(min=1e-7)
    # or (unsafe): 1 / (torch.softmax(z, -1) + 1e-8)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
