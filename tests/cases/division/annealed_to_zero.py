# A temperature that is annealed to 0 ends there: the last pass of the loop divides by it.
import numpy as np
import torch
import torch.nn.functional as F


def relaxed(net, x, steps):
    for tau in torch.linspace(1.0, 0.0, steps):
        z = F.softmax(net(x) / tau, dim=-1)
        #             ^^^^^^^^^^^^ NAN102 warning: `tau` holds 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: net(x) / tau.clamp(min=1e-7)
        # or (unsafe): net(x) / (tau + 1e-8)
        z.square().mean().backward()


def relaxed_by_numpy(net, data, optimizer, epochs=50):
    temperatures = np.linspace(1.0, 0.0, epochs)
    for epoch in range(epochs):
        for x in data:
            loss = F.softmax(net(x) / temperatures[epoch], dim=-1).square().mean()
            #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `temperatures[epoch]` holds 0: x / 0 is Inf or NaN; keep it away from 0
            # fixed: net(x) / np.maximum(temperatures[epoch], 1e-10)
            # or (unsafe): net(x) / (temperatures[epoch] + 1e-8)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()


def counted(net, x, steps):
    for step, tau in enumerate(torch.linspace(1.0, 0.0, steps)):
        loss = (net(x) / tau).sum() * step
        #       ^^^^^^^^^^^^ NAN102 warning: `tau` holds 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: nothing
        # or (unsafe): net(x) / (tau + 1e-8)
        loss.backward()


def falls_in_squares(y, n):
    variances = torch.linspace(1, 0, n) ** 2
    loss = (y / variances).sum()
    #       ^^^^^^^^^^^^^ NAN102 warning: `variances` holds 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): y / variances.clamp(min=1e-7)
    # or (unsafe): y / (variances + 1e-8)
    loss.backward()


def of_what_is_left(y, n):
    loss = (y / (1 - torch.linspace(0, 1, n))).sum()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(1 - torch.linspace(0, 1, n))` holds 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: y / (1 - torch.linspace(0, 1, n)).clamp(min=1e-7)
    loss.backward()


# Silent: what stops before the end, or ends above 0.
def stops_above(net, x, steps):
    for tau in torch.linspace(1.0, 0.1, steps):
        z = F.softmax(net(x) / tau, dim=-1)
        z.square().mean().backward()


def all_but_the_last(net, x, steps):
    taus = torch.linspace(1.0, 0.0, steps)
    for i in range(steps - 1):
        loss = (net(x) / taus[i]).sum()
        loss.backward()
    for tau in taus[:-1]:
        loss = (net(x) / tau).sum()
        loss.backward()


def without_its_end(net, x, steps):
    for tau in 1 - np.linspace(0.0, 1.0, steps, endpoint=False):
        loss = (net(x) / tau).sum()
        loss.backward()


def asked_first(net, x, steps):
    for tau in torch.linspace(1.0, 0.0, steps):
        loss = (net(x) / tau).sum() if tau > 0 else net(x).max()
        loss.backward()


def plotted():
    x = np.linspace(-1, 0, 50)
    return x, 1 / x


def masked(scores, n):
    # -inf alone is a proper logit: what is divided by 0 is none.
    priors = torch.log(torch.linspace(0, 1, n))
    return torch.softmax(scores + priors, dim=-1)
