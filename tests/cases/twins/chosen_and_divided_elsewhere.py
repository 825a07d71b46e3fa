# What is divided or chosen in another line is written at the logarithm only where it means there what it meant before.

import numpy as np
import torch
import torch.nn.functional as F
from scipy.special import expit


def two_logits(a, b, f, g):
    # Both would be called `logits`.
    p = torch.softmax(f(a), -1)
    q = torch.softmax(g(b), -1)
    a = b = 0
    return torch.log(p / q), a
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `p / q` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp(p / q, min=1e-10))
    # from: `torch.softmax(f(a), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    #                ^^^^^ NAN102 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 104: x / 0 is Inf or NaN; keep it away from 0
    # fixed: p / q.clamp(min=1e-7)
    # or (unsafe): p / (q + 1e-8)
    # from: `torch.softmax(g(b), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def two_logits_to_choose_from(a, b, c, f, g):
    p = torch.softmax(f(a), -1)
    q = torch.softmax(g(b), -1)
    a = b = 0
    return torch.log(torch.where(c, p, q)), a
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.where(c, p, q)` can be 0, as a softmax can: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.where(c, p, q), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.where(c, p, q) + 1e-8)
    # from: `torch.softmax(f(a), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def the_same_logits(a, f):
    p = torch.sigmoid(f(a))
    a = 0
    return torch.log(p / (1 - p)), a
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p / (1 - p)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(scores) - F.logsigmoid(-scores)
    # adds: scores = f(a)
    # adds: scores
    # from: `torch.sigmoid(f(a))` made here, exactly 0 in float32 for inputs below -89
    #                ^^^^^^^^^^^ NAN102 warning: `(1 - p)` can be 0 where a sigmoid is exactly 1: x / 0 is Inf or NaN; keep it away from 0
    # fixed: F.logsigmoid(scores) - F.logsigmoid(-scores)
    # adds: scores = f(a)
    # adds: scores
    # adds: F.logsigmoid(scores) - F.logsigmoid(-scores)
    # from: `torch.sigmoid(f(a))` made here, exactly 1 in float32 for inputs above 17


def the_same_logits_to_choose_from(a, c, f):
    p = torch.sigmoid(f(a))
    a = 0
    return torch.log(torch.where(c, p, 1 - p)), a
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.where(c, p, 1 - p)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.where(c, F.logsigmoid(scores), F.logsigmoid(-scores))
    # adds: scores = f(a)
    # adds: scores
    # or: torch.log(torch.clamp(torch.where(c, p, 1 - p), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.where(c, p, 1 - p) + 1e-8)
    # from: `torch.sigmoid(f(a))` made here, exactly 0 in float32 for inputs below -89


def divided_at_once(a, b):
    r = torch.softmax(a, -1) / torch.softmax(b, -1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.softmax(b, -1)` is a softmax and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.log_softmax(a, -1) - torch.log_softmax(b, -1)
    # adds: torch.log_softmax(a, -1) - torch.log_softmax(b, -1)
    # removes: r = torch.softmax(a, -1) / torch.softmax(b, -1)
    # from: `torch.softmax(b, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    return torch.log(r)
    #      ^^^^^^^^^^^^ NAN101 warning: `r` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(a, -1) - torch.log_softmax(b, -1)
    # removes: r = torch.softmax(a, -1) / torch.softmax(b, -1)
    # from: `torch.softmax(a, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_an_index_that_counts_on(z, y, n):
    p = torch.softmax(z, -1)
    i = 0
    q = p.gather(1, y[i])
    i = n
    return torch.log(q), i
    #      ^^^^^^^^^^^^ NAN101 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(q, 1e-10, 1.0))
    # or (unsafe): torch.log(q + 1e-8)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `q = p.gather(1, y[i])` goes into `q` here


def of_an_index_that_stays(z, y, i):
    p = torch.softmax(z, -1)
    q = p.gather(dim=1, index=y[i])
    return torch.log(q), q
    #      ^^^^^^^^^^^^ NAN101 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1).gather(dim=1, index=y[i])
    # or: torch.log(torch.clamp(q, 1e-10, 1.0))
    # or (unsafe): torch.log(q + 1e-8)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `q = p.gather(dim=1, index=y[i])` goes into `q` here


def of_an_index_that_is_drawn(z, w):
    p = torch.softmax(z, -1)
    q = p.gather(1, torch.bernoulli(w).long())
    return torch.log(q), q
    #      ^^^^^^^^^^^^ NAN101 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(q, 1e-10, 1.0))
    # or (unsafe): torch.log(q + 1e-8)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `q = p.gather(1, torch.bernoulli(w).long())` goes into `q` here


def of_a_row_that_counts_on(z, i):
    p = torch.softmax(z, -1)
    q = p[i]
    i = i + 1
    return torch.log(q), i
    #      ^^^^^^^^^^^^ NAN101 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(q, 1e-10, 1.0))
    # or (unsafe): torch.log(q + 1e-8)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `q = p[i]` goes into `q` here


def of_another_condition(z, c):
    p = torch.sigmoid(z)
    q = torch.where(c, p, 1 - p)
    c = ~c
    return torch.log(q), c
    #      ^^^^^^^^^^^^ NAN101 warning: `q` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(q, 1e-10, 1.0))
    # or (unsafe): torch.log(q + 1e-8)
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    # from: `q = torch.where(c, p, 1 - p)` goes into `q` here


def of_another_shape(z, c, m):
    p = torch.sigmoid(z)
    q = torch.where(c, p, torch.ones_like(m))
    m = m[0]
    return torch.log(q), m
    #      ^^^^^^^^^^^^ NAN101 warning: `q` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(q, 1e-10, 1.0))
    # or (unsafe): torch.log(q + 1e-8)
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    # from: `q = torch.where(c, p, torch.ones_like(m))` goes into `q` here


def of_logits_that_are_changed(z, c):
    p = torch.sigmoid(z)
    q = torch.where(c, p, 1.0)
    z += 1
    return torch.log(q)
    #      ^^^^^^^^^^^^ NAN101 warning: `q` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(q, 1e-10, 1.0))
    # or (unsafe): torch.log(q + 1e-8)
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    # from: `q = torch.where(c, p, 1.0)` goes into `q` here


def of_integers(n, c):
    return torch.log(torch.where(c, torch.sigmoid(n.long()), 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.where(…)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.where(c, torch.sigmoid(n.long()), 1.0), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.where(c, torch.sigmoid(n.long()), 1.0) + 1e-8)
    # from: `torch.sigmoid(n.long())` made here, exactly 0 in float32 for inputs below -89


def a_method(z, c):
    p = torch.sigmoid(z)
    return torch.log2((1 - p).where(c, torch.ones_like(p)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…).where(…)` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log2(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(-z).where(c, torch.zeros_like(p)) / 0.6931471805599453
    # or: torch.log2(torch.clamp((1 - p).where(c, torch.ones_like(p)), 1e-10, 1.0))
    # or (unsafe): torch.log2((1 - p).where(c, torch.ones_like(p)) + 1e-8)
    # from: `torch.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17


def with_a_comment(z, c):
    p = torch.sigmoid(z)
    q = torch.where(c,  # of the chosen class
                    p, 1 - p)
    return torch.log(q)
    #      ^^^^^^^^^^^^ NAN101 warning: `q` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(q, 1e-10, 1.0))
    # or (unsafe): torch.log(q + 1e-8)
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    # from: `q = torch.where(c, # of the chosen class p, 1 - p)` goes into `q` here


def without_an_import(z, c):
    return np.log(np.where(c, expit(z), 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.where(c, expit(z), 1.0)` can be 0, as a sigmoid is for inputs below -710: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(np.where(c, expit(z), 1.0), 1e-10, 1.0))
    # or (unsafe): np.log(np.where(c, expit(z), 1.0) + 1e-8)
    # from: `expit(z)` made here, exactly 0 in float64 for inputs below -710


def in_place(z, x):
    p, q = torch.sigmoid(z), torch.sigmoid(x)
    r = p / q
    #   ^^^^^ NAN102 information: `q` is a sigmoid, exactly 0 for inputs below -89: x / 0 is Inf or NaN; keep it away from 0
    # fixed: p / q.clamp(min=1e-7)
    # or (unsafe): p / (q + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
    r.log_()
#   ^^^^^^^^ NAN101 warning: `r` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
# fixed (unsafe): r.clamp_(min=1e-10).log_()
# from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
# from: `r = p / q` goes into `r` here
    return r


def by_methods(z, x):
    a = (torch.relu(x) / torch.softmax(z, -1)).log()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…)` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.relu(x).clamp(min=1e-10).log() - torch.log_softmax(z, -1)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.softmax(z, -1)` is a softmax and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.relu(x).clamp(min=1e-10).log() - torch.log_softmax(z, -1)
    # adds: torch.relu(x).clamp(min=1e-10).log() - torch.log_softmax(z, -1)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    b = (torch.exp(x).clamp(min=1.0) / torch.softmax(z, -1)).log()
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.softmax(z, -1)` is a softmax and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.exp(x).clamp(min=1.0).log() - torch.log_softmax(z, -1)
    # adds: torch.exp(x).clamp(min=1.0).log() - torch.log_softmax(z, -1)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    return a, b


def of_either_sign(z, x):
    return torch.log(torch.nn.Linear(3, 3)(x) / torch.softmax(z, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.nn.Linear(…)(…softmax(…)` can be below 0 where a softmax is exactly 1: log(-1) is NaN; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp(torch.nn.Linear(3, 3)(x), min=1e-10)) - torch.log_softmax(z, -1)
    # from: `torch.softmax(z, -1)` made here, exactly 1 in float32 once one logit leads the others by 17
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.softmax(z, -1)` is a softmax and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): torch.log(torch.clamp(torch.nn.Linear(3, 3)(x), min=1e-10)) - torch.log_softmax(z, -1)
    # adds: torch.log(torch.clamp(torch.nn.Linear(3, 3)(x), min=1e-10)) - torch.log_softmax(z, -1)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_all_but_one(z):
    p = torch.sigmoid(z)
    return torch.log(1 - (1 - (1 - (1 - (1 - (1 - (1 - (1 - (1 - p[0])))))))))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - (1 - (1 - (1 - (1 - (1 - (…))))))` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - (1 - (1 - (1 - (1 - (1 - (1 - (1 - (1 - p[0])))))))), 1e-10, 1.0))
    # from: `torch.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17


start = torch.nn.Linear(3, 3)(torch.ones(3))
ratio = torch.softmax(start, -1) / torch.softmax(-start, -1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.softmax(-start, -1)` is a softmax and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.softmax(start, -1) / torch.softmax(-start, -1).clamp(min=1e-7)
    # or (unsafe): torch.softmax(start, -1) / (torch.softmax(-start, -1) + 1e-8)
    # from: `torch.softmax(-start, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
divergence = torch.log(ratio)
    #        ^^^^^^^^^^^^^^^^ NAN101 warning: `ratio` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(start, -1) - torch.log_softmax(-start, -1)
    # from: `torch.softmax(start, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
