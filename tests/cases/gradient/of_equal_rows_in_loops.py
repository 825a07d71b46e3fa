"""Which loops run over the rows of what a row is taken from: all others meet themselves by chance at most."""

import torch
from tqdm import tqdm


def numbered(x):
    y = 0.0
    for i, _ in enumerate(x):
        y = y + torch.sqrt(((x - x[i]) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((x - x[i]) ** 2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x - x[i]) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x - x[i]) ** 2).sum(-1) + 1e-8)
        # from: `x - x[i]` made here, exactly 0 where an element meets itself
    return y


def watched(x):
    y = 0.0
    for row in tqdm(x):
        y = y + torch.sqrt(((x - row) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((x - row) ** 2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x - row) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x - row) ** 2).sum(-1) + 1e-8)
        # from: `x - row` made here, exactly 0 where an element meets itself
    return y


def of_all_columns(x):
    y = 0.0
    for i in range(len(x)):
        y = y + torch.sqrt(((x - x[i, :]) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((x - x[i, :]) ** 2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x - x[i, :]) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x - x[i, :]) ** 2).sum(-1) + 1e-8)
        # from: `x - x[i, :]` made here, exactly 0 where an element meets itself
    return y


def with_an_axis(x):
    y = 0.0
    for i in range(len(x)):
        y = y + torch.sqrt(((x[i][None] - x) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((x[i][None] - x) ** 2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x[i][None] - x) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x[i][None] - x) ** 2).sum(-1) + 1e-8)
        # from: `x[i][None] - x` made here, exactly 0 where an element meets itself
    return y


class Spread(torch.nn.Module):
    def forward(self):
        return sum(torch.sqrt(((self.centres - each) ** 2).sum(-1)) for each in self.centres)
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((…) ** 2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((self.centres - each) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((self.centres - each) ** 2).sum(-1) + 1e-8)
        # from: `self.centres - each` made here, exactly 0 where an element meets itself


# One entry of a row is none, nor is a place that something else hands out, a row of something else, or what is computed anew.


def of_one_column(x):
    y = 0.0
    for i in range(len(x)):
        y = y + torch.sqrt(((x - x[i, 0]) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x - x[i, 0]) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x - x[i, 0]) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x - x[i, 0]) ** 2).sum(-1) + 1e-8)
    return y


def at_the_places_of_a_list(x, places):
    y = 0.0
    for i in places:
        y = y + torch.sqrt(((x - x[i]) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x - x[i]) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x - x[i]) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x - x[i]) ** 2).sum(-1) + 1e-8)
    return y


def of_pairs(x, pairs):
    y = 0.0
    for i, _ in pairs:
        y = y + torch.sqrt(((x - x[i]) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x - x[i]) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x - x[i]) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x - x[i]) ** 2).sum(-1) + 1e-8)
    return y


def of_others(x, others):
    y = 0.0
    for row in tqdm(others):
        y = y + torch.sqrt(((x - row) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x - row) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x - row) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x - row) ** 2).sum(-1) + 1e-8)
    return y


def computed_anew(net, x):
    y = 0.0
    for row in net(x):
        y = y + torch.sqrt(((net(x) - row) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((net(x) - row) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((net(x) - row) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((net(x) - row) ** 2).sum(-1) + 1e-8)
    return y


def from_what_is_computed_of_it(net, x):
    y = 0.0
    for row in net(x):
        y = y + torch.sqrt(((x - row) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x - row) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x - row) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x - row) ** 2).sum(-1) + 1e-8)
    return y


def picked_by_a_row(x):
    y = 0.0
    for _, row in enumerate(x):
        y = y + torch.sqrt(((x - x[row]) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x - x[row]) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x - x[row]) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x - x[row]) ** 2).sum(-1) + 1e-8)
    return y


def numbers_of_rows(x):
    y = 0.0
    for i, _ in enumerate(x):
        y = y + torch.sqrt(((x - i) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x - i) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x - i) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x - i) ** 2).sum(-1) + 1e-8)
    return y


def each_with_another_number(x):
    y = 0.0
    for i in range(len(x)):
        d = x - x[i]
        d[i] = 1.0
        y = y + torch.sqrt((d**2).sum(-1))
    return y




def called(x):
    y = 0.0
    for i in range(len(x)):
        y = y + torch.sqrt((torch.sub(x, x[i]) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(torch.sub(x, x[i]) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp((torch.sub(x, x[i]) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt((torch.sub(x, x[i]) ** 2).sum(-1) + 1e-8)
    return y
