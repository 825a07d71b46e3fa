"""Whether anything is selected may be asked of a name that holds the count. A question that is not answered helps nobody.

A branch that is taken where nothing is selected computes the mean of nothing for certain.
"""

import torch


def by_a_name(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    n = mask.sum()
    if n == 0:
        return loss.sum() * 0
    return loss[mask].mean()


def by_the_name_of_an_item(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    n = mask.sum().item()
    return loss[mask].mean() if n > 0 else 0.0


def by_a_length(loss: torch.Tensor, labels: torch.Tensor):
    picked = loss[labels > 0]
    n = len(picked)
    if not n:
        return 0.0
    return picked.mean()


def only_said(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    if mask.sum() == 0:
        print("nothing to learn from")
    return loss[mask].mean()
    #      ^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `mask` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing


def the_other_way(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    return loss[mask].mean() if not mask.any() else 0.0
    #      ^^^^^^^^^^^^^^^^^ NAN106 warning: `mask` holds for no element here, and the mean of none is NaN; leave it out
    # fixed: nothing


def behind_a_return(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    n = mask.sum()
    if n > 0:
        return 0.0
    return loss[mask].mean()
    #      ^^^^^^^^^^^^^^^^^ NAN106 warning: `mask` holds for no element here, and the mean of none is NaN; leave it out
    # fixed: nothing


def of_what_was_picked(loss: torch.Tensor, labels: torch.Tensor):
    picked = loss[labels > 0]
    if len(picked) == 0:
        return picked.mean()
        #      ^^^^^^^^^^^^^ NAN106 warning: `labels > 0` holds for no element here, and the mean of none is NaN; leave it out
        # fixed: nothing
    return picked.sum()


def of_another_question(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    if (mask == 0).sum() == 0:
        return loss[mask].mean()
    if mask[0].sum() == 0:
        return loss[mask].mean()
    return loss[mask].mean() if loss[mask].sum() == 0 else 0.0


def of_a_mask_that_is_another(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    if mask.sum() == 0:
        mask = labels == 0
        return loss[mask].mean()
    return loss.mean()


def printed_where_there_are_some(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    if mask.any():
        print(loss[mask].mean())


def left_where_there_are_none(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    if mask.any():
        pass
    else:
        return 0.0
    return loss[mask].mean()


def only_said_on_both_ways(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    if mask.any():
        pass
    else:
        print("nothing to learn from")
    return loss[mask].mean()
    #      ^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `mask` holds for any element, and the mean of none is NaN; ask first


def as_a_number_of_python(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    n = int(torch.sum(mask))
    return loss[mask].mean() if n == 0 else 0.0
    #      ^^^^^^^^^^^^^^^^^ NAN106 warning: `mask` holds for no element here, and the mean of none is NaN; leave it out


def by_a_function(loss: torch.Tensor, labels: torch.Tensor):
    mask = labels > 0
    return loss[mask].mean() if torch.count_nonzero(mask) == 0 else 0.0
    #      ^^^^^^^^^^^^^^^^^ NAN106 warning: `mask` holds for no element here, and the mean of none is NaN; leave it out


def of_another(loss: torch.Tensor, labels: torch.Tensor):
    mask, rest = labels > 0, labels == 0
    return loss[mask].mean() if torch.sum(rest) == 0 else loss[mask].mean() if torch.norm(mask) == 0 else 0.0
