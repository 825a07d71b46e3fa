"""The squares of a row of which a condition replaces all by 0 sum up to 0; replaced by 1, they do not."""

import torch


def chosen_loss(d, m):
    return torch.sqrt((torch.where(m, d, 0.0) ** 2).sum(-1)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(torch.where(…) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((torch.where(m, d, 0.0) ** 2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((torch.where(m, d, 0.0) ** 2).sum(-1) + 1e-8)


def filled_loss(d, m):
    h = d.masked_fill(m, 0.0)
    return torch.sqrt(h.square().sum(-1)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `h.square().sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(h.square().sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt(h.square().sum(-1) + 1e-8)


def cast_loss(d, m):
    h = torch.where(m, d, 0.0).float()
    return torch.sqrt(h.square().sum(-1)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `h.square().sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(h.square().sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt(h.square().sum(-1) + 1e-8)


def filled_with_1_loss(d, m):
    h = d.masked_fill(m, 1.0)
    return torch.sqrt(h.square().sum(-1)).mean()


def lifted_loss(d, m):
    return torch.sqrt(torch.where(m, d, 0.0).square().sum(-1) + 1.0).mean()


def clipped_loss(d):
    return torch.sqrt(d.clamp(min=1e-3).square().sum(-1)).mean()
