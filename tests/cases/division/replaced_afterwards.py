# What is overwritten in the next line does no harm, if it is this result and the condition is about this divisor.

import numpy as np
import torch


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


def share_of_counts(pred, target, n):
    tp = torch.stack([((pred == i) & (target == i)).sum() for i in range(n)]).float()
    fp = torch.stack([((pred == i) & (target != i)).sum() for i in range(n)]).float()
    precision = tp / (tp + fp)
    precision[torch.isnan(precision)] = 0
    return precision


def share_of_a_row(pred, target):
    hit = (pred == target).sum(1).float()
    miss = (pred != target).sum(1).float()
    share = hit / (hit + miss)
    share[share != share] = 0
    return share


def no_share(pred, target):
    hit = (pred == target).sum(1).float()
    miss = (pred != target).sum(1).float()
    rate = hit / miss
    #      ^^^^^^^^^^ NAN102 information: `miss` is a row's count of matches
    rate[torch.isnan(rate)] = 0
    return rate


def share_of_what_is_learnt(x, y):
    p, q = torch.sigmoid(x), torch.sigmoid(y)
    share = p / (p + q)
    #       ^^^^^^^^^^^ NAN202 information: `share[torch.isnan(…)] = 0` repairs the value but leaves the gradient NaN
    share[torch.isnan(share)] = 0
    return share
