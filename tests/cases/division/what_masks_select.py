"""What a mask of several selects, counted: of both it may be nothing, of either it is not where one holds for each with itself."""

import torch


def of_both(labels, x):
    same = (labels[:, None] == labels[None]).float()
    others = 1 - torch.eye(8)
    m = same * others
    return x / m.sum(-1)
    #      ^^^^^^^^^^^^^ NAN102 warning: `m.sum(-1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / m.sum(-1).clamp(min=1.0)
    # or (unsafe): x / (m.sum(-1) + 1e-8)
    # from: `m.sum(-1)` made here, exactly 0 where nothing matches


def of_the_lesser(labels, x):
    same = (labels[:, None] == labels[None]).float()
    others = 1 - torch.eye(8)
    return x / torch.minimum(same, others).sum(-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.minimum(same, others).sum(-1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN
    # fixed: x / torch.minimum(same, others).sum(-1).clamp(min=1.0)
    # or (unsafe): x / (torch.minimum(same, others).sum(-1) + 1e-8)
    # from: `torch.minimum(same, others).sum(-1)` made here, exactly 0 where nothing matches


def of_either(labels, x):
    same = (labels[:, None] == labels[None]).float()
    others = 1 - torch.eye(8)
    return x / torch.maximum(same, others).sum(-1)


def of_either_comparison(labels, x):
    same = (labels[:, None] == labels[None]).float()
    known = (labels > 0).float()
    return x / torch.maximum(same, known).sum(-1)


def of_two_comparisons(a, b, x):
    known = torch.maximum((a > 0).float(), (b > 0).float())
    return x / known.sum(-1)
    #      ^^^^^^^^^^^^^^^^^ NAN102 warning: `known.sum(-1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / known.sum(-1).clamp(min=1.0)
    # or (unsafe): x / (known.sum(-1) + 1e-8)
    # from: `known.sum(-1)` made here, exactly 0 where nothing matches


# What is compared with its own extreme selects that.


def of_the_best(x):
    best = x.max(-1, keepdim=True).values
    keep = (x >= best).float()
    return x / keep.sum(-1)


def of_the_best_several(x):
    t = torch.topk(x, 5).values[..., -1:]
    keep = (x >= t).float()
    return x / keep.sum(-1)


def written_the_other_way_round(x):
    keep = (x.amax(-1, keepdim=True) <= x).float()
    return x / keep.sum(-1)


def of_the_best_of_others(x, y):
    best = y.max(-1, keepdim=True).values
    keep = (x >= best).float()
    return x / keep.sum(-1)
    #      ^^^^^^^^^^^^^^^^ NAN102 warning: `keep.sum(-1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / keep.sum(-1).clamp(min=1.0)
    # or (unsafe): x / (keep.sum(-1) + 1e-8)
    # from: `keep.sum(-1)` made here, exactly 0 where nothing matches


# A tally counts what is added: less than nothing is no count.


def tallied(labels, n, x):
    count = torch.zeros(n).scatter_add_(0, labels, torch.ones(9))
    return x / count
    #      ^^^^^^^^^ NAN102 warning: `count` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / count.clamp(min=1.0)
    # or (unsafe): x / (count + 1e-8)
    # from: `torch.zeros(n).scatter_add_(0, labels, torch.ones(9))` made here, exactly 0 for values that do not occur


def taken_away(labels, n, x):
    rest = torch.zeros(n).scatter_add_(0, labels, -torch.ones(9))
    return x / rest


# What has one of two values has no spread where all have the same.


def of_two_outcomes(won):
    r = torch.where(won, 1.0, -1.0)
    return (r - r.mean()) / r.std()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `r.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (r - r.mean()) / r.std().clamp(min=1e-6)
    # or (unsafe): (r - r.mean()) / (r.std() + 1e-8)
    # from: `r.std()` made here, exactly 0 where all outcomes are the same


def of_outcomes_and_rewards(won, lost, rewards):
    r = torch.where(won, 1.0, torch.where(lost, -1.0, rewards))
    return (r - r.mean()) / r.std()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `r.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (r - r.mean()) / r.std().clamp(min=1e-6)
    # or (unsafe): (r - r.mean()) / (r.std() + 1e-8)
    # from: `r.std()` made here, exactly 0 where all elements are equal


def of_outcomes_and_shares(won, lost, x):
    r = torch.where(won, 1.0, torch.where(lost, -1.0, torch.sigmoid(x)))
    return (r - r.mean()) / r.std()
