# Where the framework's own name means something else, a repair uses what was imported of it, or is not written.

from torch import exp, log, relu, softmax
from torch.nn import Linear

torch = 3


def layer_output(x):
    log_var = Linear(3, 3)(x)
    return exp(-log_var) * x + log_var
    #      ^^^^^^^^^^^^^ NAN104 information: `-log_var` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: nothing
    # from: `Linear(3, 3)(x)` made here, unbounded


def loss(y, z):
    return -(y * log(softmax(z, 1))).sum(1)
    #            ^^^^^^^^^^^^^^^^^^ NAN101 warning: `softmax(z, 1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `softmax(z, 1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def raw_output(y, x):
    p = Linear(3, 3)(x)
    return -(y * log(p)).sum(1)
    #            ^^^^^^ NAN101 warning: `p` is the output of a linear layer, and nothing keeps it above 0: log(-1) is NaN
    # fixed: nothing
    # from: `Linear(3, 3)(x)` made here, unbounded


def softmax_by_hand(s):
    return exp(s) / exp(s).sum(1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `exp(s)` overflows, it is NaN; use PyTorch's own
    # fixed: softmax(s, dim=1)


def mask(x):
    return log(relu(x))
    #      ^^^^^^^^^^^^ NAN101 warning: `relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: nothing
    # or (unsafe): log(relu(x) + 1e-8)
    # from: `relu(x)` made here, exactly 0 for inputs of 0 or less
