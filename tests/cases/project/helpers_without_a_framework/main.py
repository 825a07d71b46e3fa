# Helpers that import nothing compute with the tensors that another file gives them.


def likelihood(p, y):
    return -(y * p.log()).sum()
    #            ^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104


def unit(x):
    return x / x.norm()
    #      ^^^^^^^^^^^^ NAN102 warning: `x.norm()` is a norm, exactly 0 for a vector of zeros


def share(x):
    return x / x.sum(-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `x.sum(-1, keepdim=True)` can be 0, as a ReLU can


def kept(x):
    return x / x.sum(-1, keepdim=True).clamp(min=1e-7)


def of_lengths(total, names):
    return total / len(names), total / names


def of_nobody(x):
    return x / x.sum(-1, keepdim=True)
