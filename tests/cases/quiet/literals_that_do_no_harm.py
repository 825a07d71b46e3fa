# A constant is left alone where somebody fills it meanwhile, where the part that is taken is not known, where an
# infinite result is meant, and where it is a table that is plotted.
import matplotlib.pyplot as plt
import numpy as np
import torch


def filled(other):
    x = np.zeros(3)
    for i in range(3):
        x[i] = i + 1
    y = np.zeros(3)
    np.add(y, 1, out=y)
    z = torch.zeros(3)
    torch.nn.init.ones_(z)
    v = torch.zeros(3)
    u = v.view(-1)
    u[:] = 2
    w = torch.zeros(3)
    other(w)
    return np.log(x), np.log(y), z.log(), v.log(), w.log()


def summed(items):
    total = torch.zeros(1)
    for item in items:
        total += item
    count = torch.zeros(1)
    for item in items:
        count = count + 1
    return total / count, 1 / total


def gathered(run, y, lib, kernel, grid):
    reduced = torch.zeros(3)
    torch.distributed.all_reduce(reduced)
    counted = np.zeros(3)

    def count(i):
        counted[i] += 1

    run(count)
    launched = torch.zeros(3)
    kernel[grid](y, launched)
    pointed = torch.zeros(3)
    lib.fill(pointed.data_ptr())
    n = torch.tensor(0.0)
    if n > 0:
        y = y / n
    return 1 / reduced, 1 / counted, launched.log(), pointed.log(), y, torch.log(torch.zeros(0)), np.log(np.zeros((0, 3)))


def parts():
    x = torch.tensor([0.0, 2.0])
    a, b = torch.tensor([1.0, 2.0]), torch.tensor([2.0, 1.0])
    return torch.log(x[1]), torch.log(x.sum()), 1 / (x - x[0] + 1), 1 / (a - b), torch.log(x.max())


def meant(a):
    with np.errstate(divide="ignore"):
        table = np.log(np.zeros(3))
    neg_inf = np.log(np.zeros(1))
    log_p = torch.log(torch.zeros(4))
    log_p[0] = 0.0
    start = torch.log(torch.zeros(4))
    mask = torch.log(torch.tensor([1.0, 0.0]))
    is_finite = torch.isfinite(torch.log(torch.zeros(4)))
    return table, neg_inf, log_p, torch.logaddexp(start, a), mask, is_finite


def safe():
    p = torch.tensor([0.0, 1.0])
    return torch.where(p > 0, p * torch.log(p), torch.zeros(2)), torch.nan_to_num(torch.log(p))


def plotted():
    n = np.arange(10)
    x = torch.linspace(0, 1, 100)
    plt.plot(n, np.log(n))
    plt.plot(x, 1 / x)


def passed(x):
    x[0] = 1
    return torch.log(x)


def numbers(n, losses=()):
    found = []
    for each in losses:
        found.append(each)
    return np.log2(int(n)), np.mean(found)


class Model:
    def forward(self, x):
        return x / x.max()


passed(torch.zeros(3))
Model().forward(torch.zeros(1, 3, 32, 32))


def identity():
    # FIXME: the zeros of an identity matrix are no points, for no sum of its rows is 0; this logarithm is -inf.
    return torch.log(torch.eye(3))
