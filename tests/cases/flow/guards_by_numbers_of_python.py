# A condition often asks a number of Python's that is made of a tensor: `x.max().item()`, `float(norm)`. It says the same.

import jax
import numpy as np
import tensorflow as tf
import torch


class Loss(torch.nn.Module):
    def spans(self, x):
        if x.max().item() > x.min().item():
            x = (x - x.min()) / (x.max() - x.min())
        return x

    def rows(self, maps):
        for i in range(maps.shape[0]):
            if maps[i].max().item() > maps[i].min().item():
                maps[i] = (maps[i] - maps[i].min()) / (maps[i].max() - maps[i].min())
        return maps

    def norms(self, w, x):
        norm = w.norm()
        if float(norm) > 0:
            w = w / norm
        return (w * x).mean()

    def detached(self, x):
        n = x.norm()
        if n.detach().cpu().item() < 1e-8:
            return x
        return x / n

    def arrays(self, x):
        d = x.max() - x.min()
        if d.cpu().numpy() == 0:
            return x
        return (x - x.min()) / d

    def a_number_again(self, x):
        d = x.max() - x.min()
        if d.item() > 0:
            return (x - x.min()) / d.item()
        return x

    def asked_whether_it_is_true(self, x):
        if x.norm():
            return x / x.norm()
        return x

    def asked_whether_its_number_is_true(self, x):
        n = x.norm()
        return x / n if bool(n) else x

    def one_element(self, x):
        n = x.norm(dim=-1)
        if n.item(0) > 0:
            return x / n
            #      ^^^^^ NAN102 information: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
        return x

    def another_bound(self, x):
        n = x.norm()
        if n.item() < 1e-8:
            x = x * 2
        return x / n
        #      ^^^^^ NAN102 information: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0

    def another_function(self, x):
        n = x.norm()
        if len(n) > 0:
            return x / n
            #      ^^^^^ NAN102 information: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
        return x


def of_tensorflow(x):
    low, high = tf.reduce_min(x), tf.reduce_max(x)
    if float(high) > float(low):
        x = (x - low) / (high - low)
    return tf.reduce_mean(x)


def of_jax(x):
    low, high = x.min(), x.max()
    if (high - low).item() < 1e-6:
        return x
    return jax.nn.relu((x - low) / (high - low))


def listed(p, x):
    if p in (0, 1):
        return x
    return x * torch.log(p) + torch.log(1 - p)


def listed_where_it_holds(p, x):
    return x * torch.log(p) if p not in [0.0] else x


def listed_otherwise(p, x):
    if p not in (0, 1):
        return x
    return x * torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


def listed_without_it(p, x):
    if p in (1, 2):
        return x
    return x * torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


def listed_under_a_name(p, x, edges):
    if p in edges:
        return x
    return x * torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


def asked_of_itself(p, x):
    if p == 0:
        return x
    return x * torch.log(p)


def asked_before_it_is_another(p, q, x):
    if p == 0:
        return x
    p = q
    return x * torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


def asked_for_another_value(p, x):
    if p == 1:
        return x
    return x * torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


def below_an_edge(p, x):
    if p != 0:
        return x * torch.log(torch.relu(p))
        #          ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(p)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    return x
