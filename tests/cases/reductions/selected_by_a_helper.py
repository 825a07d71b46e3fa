"""A helper that does nothing but select leaves as few as its mask holds for; one that asks, or picks by place, does not."""

import torch


def select(values, keep):
    """Return those that are kept."""
    return values[keep]


def masked(values, keep):
    return torch.masked_select(values, keep)


def at(values, places):
    return values[places]


def selected_or_none(values, keep):
    if not keep.any():
        return torch.zeros(1)
    return values[keep]


def by_place(model, x, y):
    err = (model(x) - y) ** 2
    keep = y > 0
    return select(err, keep).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `keep` holds for any element, and the mean of none is NaN; ask first


def by_name(model, x, y):
    err = (model(x) - y) ** 2
    return masked(keep=y > 0, values=err).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y > 0` holds for any element, and the mean of none is NaN; ask first


def by_a_function(model, x, y):
    err = (model(x) - y) ** 2
    return torch.mean(select(err, ~torch.isnan(y)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `~torch.isnan(y)` holds for any element, and the mean of none is NaN; ask first


def asked_before(model, x, y):
    err = (model(x) - y) ** 2
    keep = y > 0
    return select(err, keep).mean() if keep.any() else err.sum() * 0


def asked_in_the_helper(model, x, y):
    err = (model(x) - y) ** 2
    return selected_or_none(err, y > 0).mean()


def of_places(model, x, y):
    err = (model(x) - y) ** 2
    return at(err, torch.arange(4)).mean()


def summed(model, x, y):
    return select((model(x) - y) ** 2, y > 0).sum()


class Some:
    @staticmethod
    def select(values, keep):
        return values[keep]

    @staticmethod
    def kept(values, keep):
        return values[keep]


def by_a_class(model, x, y):
    err = (model(x) - y) ** 2
    return Some.kept(err, y > 0).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y > 0` holds for any element, and the mean of none is NaN; ask first


def by_a_class_under_the_name_of_a_method(model, x, y):
    err = (model(x) - y) ** 2
    return Some.select(err, y > 0).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y > 0` holds for any element, and the mean of none is NaN; ask first
