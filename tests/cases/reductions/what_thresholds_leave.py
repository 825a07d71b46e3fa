"""What thresholds and identity matrices select, of what lies above a margin and of what cannot fail."""

import torch


def above_a_floor(gap):
    chosen = torch.clamp(gap, min=0.5) > 0.1
    return 1 / chosen.sum()
    #      ^^^^^^^^^^^^^^^^ NAN102 information: `chosen.sum()` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # FIXME: what is at least 0.5 is always above 0.1


def of_a_hinge_by_hand(gap):
    hinge = torch.clamp(1.0 - gap, min=0)
    return hinge.sum() / (hinge > 0).sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(hinge > 0).sum()` is a count of outputs and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def of_a_hinge_by_the_larger(gap):
    hinge = torch.maximum(1.0 - gap, torch.zeros_like(gap))
    return hinge.sum() / (hinge > 0).sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(hinge > 0).sum()` is a count of outputs and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def of_a_name(gap):
    return gap.sum() / (gap > 0).sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(gap > 0).sum()` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def counted_by_a_function(gap):
    hinge = torch.relu(1.0 - gap)
    return hinge.sum() / torch.sum(hinge > 0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sum(hinge > 0)` is a count of outputs and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def counted_by_an_imported_function(gap):
    from torch import sum as total

    hinge = torch.relu(1.0 - gap)
    return hinge.sum() / total(hinge > 0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `total(hinge > 0)` is a count of outputs and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def all_of_an_identity_matrix(x):
    mask = torch.eye(8) >= 0
    distances = (x[:, None] - x[None]).norm(dim=-1)
    return torch.log(distances[mask])


def none_of_the_diagonal(x):
    mask = torch.eye(8) < 1
    distances = (x[:, None] - x[None]).norm(dim=-1)
    return torch.log(distances.masked_fill(mask, 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `distances.masked_fill(…)` can be 0, as a distance of each to each can: log(0) is -inf; keep it above 0


def the_diagonal_replaced(x):
    mask = torch.eye(8) > 0
    distances = (x[:, None] - x[None]).norm(dim=-1)
    return torch.log(distances.masked_fill(mask, 1.0))


def the_diagonal_replaced_by_zero(x):
    mask = torch.eye(8) > 0
    distances = (x[:, None] - x[None]).norm(dim=-1)
    return torch.log(distances.masked_fill(mask, 0.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `distances.masked_fill(…)` can be 0, as a distance of each to each can: log(0) is -inf; keep it above 0


def none_replaced(x):
    mask = torch.eye(8) > 1
    distances = (x[:, None] - x[None]).norm(dim=-1)
    return torch.log(distances.masked_fill(mask, 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `distances.masked_fill(…)` can be 0, as a distance of each to each can: log(0) is -inf; keep it above 0


def divided_by_how_many_come_near(x):
    top = x.max(dim=1, keepdim=True).values
    return x.sum() / (top * 0.5 <= x).sum(1)


def divided_by_how_many_lie_above(x, y):
    return x.sum() / (y <= x).sum(1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(y <= x).sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def added_axis_and_none(x):
    distances = (x[:, None] - x[:]).norm(dim=-1)
    return torch.log(distances)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `distances` is a distance of each to each, exactly 0 from itself: log(0) is -inf; keep it above 0


def each_to_itself(x):
    return 1 / torch.nn.functional.pairwise_distance(x, x)


def each_to_each(x):
    return 1 / torch.cdist(x, x)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.cdist(x, x)` is a distance of each to each and can be exactly 0: x / 0 is Inf or NaN


def encoded_twice(encode, x):
    return 1 / torch.cdist(encode(x), encode(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.cdist(…)` is a distance, exactly 0 where both are equal: x / 0 is Inf or NaN; keep it away from 0
