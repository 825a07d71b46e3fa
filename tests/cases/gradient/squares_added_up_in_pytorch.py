# PyTorch adds up squares by products as well; a product of a matrix with itself is another thing.

import torch


def energy(R):
    R.requires_grad_()
    d = R[:, None] - R[None]
    r = torch.sqrt(d.pow(2) @ torch.ones(3))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `d.pow(2) @ torch.ones(3)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
    r.sum().backward()


def scales(R, w):
    R.requires_grad_()
    d = R[:, None] - R[None]
    r = torch.matmul(d ** 2, w).sqrt()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `torch.matmul(d ** 2, w)` stays above 0: sqrt has an infinite gradient at 0
    r.sum().backward()


def by_einsum(R):
    R.requires_grad_()
    d = R[:, None] - R[None]
    r = torch.einsum("ijk,ijk->ij", d, d).sqrt()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.einsum(…)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0; keep it above 0
    r.sum().backward()


def metric(R, M):
    R.requires_grad_()
    d = R[:, None] - R[None]
    r = torch.einsum("ijk,kl,ijl->ij", d, M, d).sqrt()
    r.sum().backward()


def length(x, w):
    e = x @ w
    torch.sqrt(e @ e).backward()
   #^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `e @ e` stays above 0: sqrt has an infinite gradient at 0
    torch.sqrt(torch.dot(e, e)).backward()
   #^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `torch.dot(e, e)` stays above 0: sqrt has an infinite gradient at 0


def powers(A):
    A.requires_grad_()
    (A @ A).sum().backward()
    torch.sqrt(torch.softmax(A, -1) @ torch.softmax(A, -1)).sum().backward()


def moved(x, w):
    e = x @ w + 1.0
    torch.sqrt(e @ e + 1e-9).backward()


def weights(R, w):
    R.requires_grad_()
    d = R[:, None] - R[None]
    torch.sqrt(torch.matmul(d ** 2, w) + 1e-9).sum().backward()
