# A comparison that holds for the first of each row counts at least 1: places below a length that is bounded by 1, and the
# support of a projection onto the simplex. A remainder of whole numbers is never NaN. What all rows count together is 0
# for an empty batch only.

import torch
import torch.nn.functional as F


def mean_of_first(x: torch.Tensor, n: torch.Tensor):
    s = x.shape[-1]
    n = n.round().long().clip(1, s)
    mask = torch.arange(s) < n.unsqueeze(-1)
    return (x * mask).sum(dim=-1) / mask.sum(dim=-1)


def mean_of_lengths(x: torch.Tensor, n: torch.Tensor):
    mask = torch.arange(x.shape[-1]) < n.unsqueeze(-1)
    return (x * mask).sum(dim=-1) / mask.sum(dim=-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `mask.sum(dim=-1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def mean_of_later(x: torch.Tensor, n: torch.Tensor):
    mask = torch.arange(1, x.shape[-1]) < n.clamp(min=1).unsqueeze(-1)
    return (x * mask).sum(dim=-1) / mask.sum(dim=-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `mask.sum(dim=-1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def support(z: torch.Tensor, dim=-1):
    ordered, _ = torch.sort(z, descending=True, dim=dim)
    sums = ordered.cumsum(dim) - 1
    ranks = torch.arange(1, z.size(dim) + 1, device=z.device, dtype=z.dtype)
    size = (ranks * ordered > sums).sum(dim=dim).unsqueeze(dim)
    return sums / size.to(z.dtype)


def of_other_sums(z: torch.Tensor, y: torch.Tensor):
    ranks = torch.arange(1, z.size(-1) + 1)
    return z / (ranks * z > y.cumsum(-1)).sum(-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…).sum(…)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def cycled(x: torch.Tensor, lengths: torch.Tensor):
    places = torch.arange(x.shape[-1])
    return x[places % (x > lengths).sum(-1)]


def per_token(scores, labels, pad=0):
    losses = F.cross_entropy(scores.transpose(1, 2), labels, reduction="none")
    tokens = labels.ne(pad).long().sum(dim=-1)
    return losses.sum() / tokens.sum() + (losses.sum(-1) / tokens).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tokens.sum()` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    #                                     ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tokens` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
