"""Of a list's method that is held in a name only the calls that are written on the list are followed."""

import torch


def held(x):
    terms = [torch.ones(3)]
    add = terms.append
    for each in x:
        add(torch.softmax(each, -1))
    return torch.log(torch.stack(terms))


def called(x):
    terms = [torch.ones(3)]
    for each in x:
        terms.append(torch.softmax(each, -1))
    return torch.log(torch.stack(terms))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.stack(terms)` can be 0, as a softmax can: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.stack(terms), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.stack(terms) + 1e-8)
    # from: `torch.softmax(each, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def handed_over(x, each):
    terms = [torch.ones(3)]
    x.visit(terms.append)
    return torch.log(torch.stack(terms))
