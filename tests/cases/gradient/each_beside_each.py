"""What gets a second axis meets all of itself where it is taken from itself as it is: each meets itself once."""

import torch


def distances(x):
    d = x[:, None] - x
    return torch.sqrt((d**2).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(d**2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp((d**2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((d**2).sum(-1) + 1e-8)
    # from: `x[:, None] - x` made here, exactly 0 where an element meets itself


def distances_to_each(x):
    d = x - x[:, None, :]
    return torch.sqrt((d**2).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(d**2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp((d**2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((d**2).sum(-1) + 1e-8)
    # from: `x - x[:, None, :]` made here, exactly 0 where an element meets itself


def by_a_method(x):
    d = x.unsqueeze(1) - x
    return torch.sqrt((d**2).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(d**2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp((d**2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((d**2).sum(-1) + 1e-8)
    # from: `x.unsqueeze(1) - x` made here, exactly 0 where an element meets itself


def to_others(x, y):
    d = x[:, None] - y
    return torch.sqrt((d**2).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(d**2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((d**2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((d**2).sum(-1) + 1e-8)


def along_the_same_axis(x):
    d = x[:, None] - x[:, None].detach()
    return torch.sqrt((d**2).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(d**2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((d**2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((d**2).sum(-1) + 1e-8)


def kept_apart(x):
    d = x[:, None] - x
    return torch.sqrt((d**2).sum(-1) + 1e-12)


def of_all_of_it(x):
    d = x[:, None] - x[None]
    return torch.sqrt((d**2).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(d**2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp((d**2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((d**2).sum(-1) + 1e-8)
    # from: `x[:, None] - x[None]` made here, exactly 0 where an element meets itself


# A first axis leaves each beside itself alone.


def of_one_more(x):
    d = x[None] - x
    return torch.sqrt((d**2).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(d**2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((d**2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((d**2).sum(-1) + 1e-8)
