# What a logarithm is taken of may be a parameter: a method that is given nothing, and computed with, is the tensor's.
# A logger is told what to write.

import torch


def negative_entropy(probs):
    return (probs * probs.log()).sum(-1).mean()
    #               ^^^^^^^^^^^ NAN101 information: nothing here shows that `probs` stays above 0


def report(run, probs):
    run.log()
    run.log({"mean": probs.mean()})
    return torch.sum(probs)


class Net(torch.nn.Module):
    def forward(self, x):
        return negative_entropy(x)
