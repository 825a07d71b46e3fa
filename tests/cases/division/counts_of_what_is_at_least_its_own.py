# How many of a row are at least one of its own, or are equal to one of many that it stands among: that one is, so the count is
# never 0. Among others alone it may be. And each row of labels ends with a sign that the file puts there which writes them.

import torch


def shared_by_the_tied(gradient, sizes, k):
    threshold, _ = torch.kthvalue(sizes, k, keepdim=True)
    threshold = threshold.repeat(1, gradient.shape[1])
    tied = torch.ge(sizes, threshold).int().float()
    count = torch.sum(tied, dim=1, keepdim=True)
    return (torch.sign(gradient) * tied) / count


def targets(index, queue):
    index = index.view(-1, 1)
    everyone = torch.cat([index.t(), queue], dim=1)
    same = torch.eq(index, everyone).float()
    return same / same.sum(1, keepdim=True)


def targets_among_others(index, queue, extra):
    index = index.view(-1, 1)
    everyone = torch.cat([extra, queue], dim=1)
    same = torch.eq(index, everyone).float()
    return same / same.sum(1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `same.sum(…)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def above_that_of_another(gradient, sizes, others, k):
    threshold, _ = torch.kthvalue(others, k, keepdim=True)
    threshold = threshold.repeat(1, gradient.shape[1])
    tied = torch.ge(sizes, threshold).int().float()
    return (torch.sign(gradient) * tied) / torch.sum(tied, dim=1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sum(…)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def of_words(loss, label):
    loss = torch.where(label != 0, loss, torch.zeros_like(loss))
    # FIXME: each label ends with a 1
    return torch.mean(loss.sum(dim=-1) / (label != 0).sum(dim=-1).float())
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(label != 0).sum(dim=-1).float()` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN
