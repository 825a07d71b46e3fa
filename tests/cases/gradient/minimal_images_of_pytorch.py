# A box may be an attribute, and the image that of a method, or put in the place of the difference.

import torch


class Energy(torch.nn.Module):
    def __init__(self, box):
        super().__init__()
        self.box = box

    def image(self, dr):
        return torch.remainder(dr + self.box / 2, self.box) - self.box / 2

    def forward(self, R):
        dr = self.image(R.unsqueeze(1) - R.unsqueeze(0))
        return dr.pow(2).sum(-1).sqrt().sum()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `dr.pow(2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0


def force(model, R):
    R.requires_grad_()
    return torch.autograd.grad(model(R), R)[0]


def wrapped(R, cell):
    R.requires_grad_()
    vec = R[None, :] - R[:, None]
    vec -= torch.round(vec / cell) * cell
    e = vec.pow(2).sum(-1).sqrt().sum()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `vec.pow(2).sum(-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
    return torch.autograd.grad(e, R)[0]


def upper(R, cell):
    R.requires_grad_()
    i, j = torch.triu_indices(R.shape[0], R.shape[0], 1)
    vec = (R[None, :] - R[:, None])[i, j]
    vec = vec - torch.round(vec / cell) * cell
    e = vec.pow(2).sum(-1).sqrt().sum()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `vec.pow(2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    return torch.autograd.grad(e, R)[0]
