# What is overwritten in the next line does no harm, if it is this result and the condition is about this divisor.

import numpy as np


def this_name(a, x, z, eps):
    b = np.abs(x)
    y = a / b
    y[b < eps] = 0
    return y


def another_name(a, x, z, eps):
    b = np.maximum(x, 0)
    y = a / b
    #   ^^^^^ NAN102 warning: `b` can be 0
    z[b < eps] = 0
    return y


def chosen_for_this_name(a, x, eps):
    b = np.maximum(x, 0)
    y = a / b
    return np.where(b < eps, 0, y)


def chosen_for_another_name(a, x, my, eps):
    b = np.maximum(x, 0)
    y = a / b
    #   ^^^^^ NAN102 warning: `b` can be 0
    my = np.where(b < eps, 0, my)
    return y + my


def chosen_by_another_condition(x, m):
    p = np.maximum(x, 0)
    return np.where(m > 0, np.log(p), 0.0)
    #                      ^^^^^^^^^ NAN101 warning: `p` can be 0


def chosen_by_the_operand(x):
    p = np.maximum(x, 0)
    return np.where(p > 0, np.log(p), 0.0)
