"""Places of what is selected may be made flat by a function, and a helper may be handed what nobody sees."""

import torch


def select(x, keep):
    return x[keep]


def mean_of_the_positive(x, optimizer):
    places = torch.nonzero(x > 0)
    loss = x[torch.flatten(places)].mean() + x[places.flatten()].mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `x > 0` holds for any element, and the mean of none is NaN; ask first
    #                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `x > 0` holds for any element, and the mean of none is NaN; ask first
    loss.backward()
    optimizer.step()


def mean_of_what_is_handed(batch, x, optimizer):
    loss = select(*batch).mean() + select(x, x > 0).mean() + select(x, keep=x > 1).mean()
    #                              ^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `x > 0` holds for any element, and the mean of none is NaN; ask first
    #                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `x > 1` holds for any element, and the mean of none is NaN; ask first
    loss.backward()
    optimizer.step()
