"""What a loop goes through by place is met at each place: not where another thing is counted, or only some are chosen."""

import numpy as np
import torch


def by_counted_place(net, x, steps):
    taus = torch.linspace(1.0, 0.0, steps)
    for i, _ in enumerate(taus):
        loss = (net(x) / taus[i]).mean()
        #       ^^^^^^^^^^^^^^^^ NAN102 warning: `taus[i]` holds 0: x / 0 is Inf or NaN; keep it away from 0
        loss.backward()


def by_places_of_something_else(net, data, steps):
    taus = torch.linspace(1.0, 0.0, steps)
    for i, x in enumerate(data):
        loss = (net(x) / taus[i]).mean()
        loss.backward()


def by_its_items(net, x):
    order = torch.tensor([1, 2, 0, 1])
    for _, k in enumerate(order):
        loss = (net(x) / order[k]).mean()
        loss.backward()


def by_chosen_places(net, x, steps, chosen):
    taus = torch.linspace(1.0, 0.0, steps)
    for i in chosen(len(taus)):
        loss = (net(x) / taus[i]).mean()
        loss.backward()


def of_a_column(x):
    grid = torch.tensor([[1.0, 0.0], [2.0, 0.0]])
    for i in range(len(grid)):
        loss = (x / grid[i, 0]).mean()
        loss.backward()


def the_first_few(net, x):
    taus = np.linspace(1.0, 0.0)
    for i in range(10):
        loss = (net(x) / taus[i]).mean()
        loss.backward()


# The end belongs to a line where its maker is told so, and not where each number may be changed before it is used.


def with_its_end(net, x, steps):
    for tau in np.linspace(1.0, 0.0, steps, endpoint=True):
        loss = (net(x) / tau).mean()
        #       ^^^^^^^^^^^^ NAN102 warning: `tau` holds 0: x / 0 is Inf or NaN; keep it away from 0
        loss.backward()


def raised_by_somebody(net, x, steps):
    for tau in torch.linspace(1.0, 0.0, steps):
        raise_where_it_is_zero(tau)
        loss = (net(x) / tau).mean()
        loss.backward()
