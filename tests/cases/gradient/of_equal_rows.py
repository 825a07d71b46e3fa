# A thing less each of its own rows, in a loop: each row meets itself once, and the root of its squares is taken at 0.

import torch


def spread_loss(x):
    total = 0.0
    for i in range(len(x)):
        total = total + (x - x[i]).pow(2).sum(-1).sqrt().mean()
        #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(x - x[i]).pow(2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
    return total


def spread_of_rows_loss(x):
    return sum(torch.sqrt(((x - row) ** 2).sum(1)).mean() for row in x)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((x - row) ** 2).sum(1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0


def spread_of_numbered_rows_loss(x):
    return sum(torch.sqrt(((x - row) ** 2).sum(1)).mean() / (i + 1) for i, row in enumerate(x))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((x - row) ** 2).sum(1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0


def with_floor_loss(x):
    return sum(torch.sqrt(((x - row) ** 2).sum(1) + 1e-12).mean() for row in x)


def filled_loss(x):
    total = 0.0
    for i in range(len(x)):
        d = (x - x[i]).pow(2).sum(-1)
        total = total + (d + 1e-9).sqrt().mean()
    return total


def of_other_rows_loss(x, y):
    return sum(torch.sqrt(((x - row) ** 2).sum(1)).mean() for row in y)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x - row) ** 2).sum(1)` stays above 0: sqrt has an infinite gradient at 0


def of_one_row_loss(x, j):
    return torch.sqrt(((x - x[j]) ** 2).sum(1)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x - x[j]) ** 2).sum(1)` stays above 0: sqrt has an infinite gradient at 0
