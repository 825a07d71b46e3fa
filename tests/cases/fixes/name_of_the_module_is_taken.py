# The module's name means something else here: what could only be written with it is not offered.

from torch import exp, log, log_softmax, nn, relu, softmax

torch = "2.13"


def likelihood(x, y):
    v = nn.Linear(3, 4)(x)
    return (x - y) ** 2 * exp(-v) + v
    #                     ^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: nothing
    # from: `nn.Linear(3, 4)(x)` made here, unbounded


def complement(x):
    return log(1 - exp(-relu(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - exp(-relu(x))` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `exp(-relu(x))` made here, values in [0, 1.00000048]


def ratio(z, x):
    return log(relu(x) / softmax(z, -1)), log_softmax
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `relu(x) / softmax(z, -1)` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `relu(x)` made here, exactly 0 for inputs of 0 or less
    #          ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `softmax(z, -1)` is a softmax and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: relu(x) / softmax(z, -1).clamp(min=1e-7)
    # or (unsafe): relu(x) / (softmax(z, -1) + 1e-8)
    # from: `softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def cross_entropy(z, y):
    p = softmax(z, -1)
    return -(y * log(p)).sum(-1).mean()
    #            ^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_softmax(z, -1)
    # removes: p = softmax(z, -1)
    # or (unsafe): nn.functional.cross_entropy(z, y)
    # from: `softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
