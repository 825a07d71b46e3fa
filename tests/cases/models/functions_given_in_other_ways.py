"""A function that is given to another runs by the name of its parameter there, and by no other of that name."""

import torch
from data import read


def entropy(p):
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def fit(x, loss=entropy):
    return loss(torch.softmax(x, -1))


def entropy_that_is_replaced(p):
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(p, min=1e-10))


def masked(loss):
    def inner(loss, p):
        return loss(p)

    return inner(torch.sum, loss)


def train(x, loss):
    loss = masked(loss)
    return loss(torch.softmax(x, -1))


train(read(), entropy_that_is_replaced)


def entropy_of_inner(p):
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(p, min=1e-10))


def nested(x, loss):
    def run(loss):
        return loss(torch.softmax(x, -1))

    return run(torch.sum), loss


nested(read(), entropy_of_inner)


def entropy_of_a_class(p):
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(p, min=1e-10))


class Plain:
    def run(self, x, loss):
        return loss(torch.softmax(x, -1))


Plain(entropy_of_a_class)


def entropy_of_a_lambda(p):
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


apply = lambda loss, x: loss(torch.softmax(x, -1))
apply(entropy_of_a_lambda, read())


def register(name, bases, namespace):
    return type(name, bases, namespace)


class Registered(Plain, metaclass=register):
    pass


def entropy_by_an_unknown_name(p):
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(p, min=1e-10))


def run(x, **options):
    return options["loss"](torch.softmax(x, -1))


run(read(), loss=entropy_by_an_unknown_name)
