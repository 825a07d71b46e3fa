# One divisor that can be 0 is one fault, however often it divides: the first division tells it, the others point to it.

import torch


def both(x, a, b):
    n = torch.relu(x).sum(-1)
    first = a / n
    #       ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
    second = b / n
    #        ^^^^^ NAN102 hint: `n` divides in `a / n` too
    # fixed: b / n.clamp(min=1e-7)
    return first, second


def however_it_is_written(x, a, b, c, d):
    n = torch.relu(x).sum(-1)
    first = torch.div(a, n)
    #       ^^^^^^^^^^^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
    second = b.div(n)
    #        ^^^^^^^^ NAN102 hint: `n` divides in `torch.div(a, n)` too
    third = c * n.reciprocal()
    #           ^^^^^^^^^^^^^^ NAN102 hint: `n` divides in `torch.div(a, n)` too
    fourth = d / n
    #        ^^^^^ NAN102 hint: `n` divides in `torch.div(a, n)` too
    return first, second, third, fourth


def of_something_unknown(x, a, b):
    n = x.norm()
    return a / n, b / (n)
    #      ^^^^^ NAN102 information: `n` is a norm
    #             ^^^^^^^ NAN102 hint: `(n)` divides in `a / n` too


def the_first_is_guarded(x, a, b):
    n = torch.relu(x).sum(-1)
    if n > 0:
        a = a / n
    return a, b / n
    #         ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less


def the_first_is_masked(x, a, b):
    n = torch.relu(x).sum(-1)
    return a / (n + 1e-6), b / n
    #                      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less


def bound_anew(x, a, b):
    n = torch.relu(x).sum(-1)
    first = a / n
    #       ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
    n = torch.relu(b).sum(-1)
    return first, b / n
    #             ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less


def the_first_is_silenced(x, a, b):
    n = torch.relu(x).sum(-1)
    first = a / n  # nanproof: ignore[NAN102]
    return first, b / n
    #             ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less


def of_two_names(x, a, b):
    n, m = torch.relu(x).sum(-1), torch.relu(x).mean(-1)
    return a / n, b / m
    #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
    #             ^^^^^ NAN102 warning: `m` can be 0, as a ReLU is for inputs of 0 or less


def of_an_expression(first, second):
    low, high = first.min(), first.max()
    first = (first - low) / (high - low)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(high - low)` is a difference from an extreme
    second = 2 * (second - low) / (high - low) - 1
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `(high - low)` divides in `(…) / (…)` too, where it is told: under a name it is mended for both
    return first, second


def of_an_expression_bound_anew(first, second):
    low, high = first.min(), first.max()
    first = (first - low) / (high - low)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(high - low)` is a difference from an extreme
    low, high = second.min(), second.max()
    second = (second - low) / (high - low)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(high - low)` is a difference from an extreme
    return first, second


def of_a_call_that_may_give_another(a, b, x):
    return a / (x.std() + 0), b / (x.std() + 0)
    #      ^^^^^^^^^^^^^^^^^ NAN102 information: `(x.std() + 0)` can be 0, as a standard deviation can
    #                         ^^^^^^^^^^^^^^^^^ NAN102 information: `(x.std() + 0)` can be 0, as a standard deviation can


def of_a_sure_expression(x, a, b):
    n = torch.relu(x).sum(-1)
    return a / (n * 2), b / (n * 2)
    #      ^^^^^^^^^^^ NAN102 warning: `(n * 2)` can be 0, as a ReLU is for inputs of 0 or less
    #                   ^^^^^^^^^^^ NAN102 warning: `(n * 2)` can be 0, as a ReLU is for inputs of 0 or less


class Box:
    def fitted(self, points, others):
        self.low, self.high = points.min(), points.max()
        points = (points - self.low) / (self.high - self.low)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(self.high - self.low)` is a difference from an extreme
        self.low, self.high = others.min(), others.max()
        return points, (others - self.low) / (self.high - self.low)
        #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(self.high - self.low)` is a difference from an extreme


class Kept:
    def fit(self, points):
        self.low, self.high = points.min(), points.max()

    def scaled(self, points, others):
        points = (points - self.low) / (self.high - self.low)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(self.high - self.low)` is a difference from an extreme
        others = (others - self.low) / (self.high - self.low)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `(…)` divides in `(…) / (…)` too, where it is told
        return points, others
