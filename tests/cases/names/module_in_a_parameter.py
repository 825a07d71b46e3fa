"""A module that is handed over as a default is found by the resolver of last resort, and a logger is no module."""

import torch


def loss(z, lib=torch):
    return lib.log(torch.softmax(z, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(z, -1)` is a softmax
    # fixed: torch.log_softmax(z, -1)


def report(z, writer=print):
    return writer.log("softmax", torch.softmax(z, -1))
