"""A comparison that chose a value is asked again, unless what it asks was changed in between."""

import torch


class Kernel:
    def __init__(self, mode, bounded):
        self.mode = mode
        self.bounded = bounded

    def asked_twice(self, x):
        scale = torch.sigmoid(x) if self.mode == "bounded" else torch.full_like(x, 2.0)
        if self.mode == "bounded":
            return torch.log1p(-scale)
            #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-scale` can be -1 where a sigmoid is exactly 1 (for inputs above 17): log1p(-1) is -inf; keep it above -1
        else:
            return torch.log(scale)

    def changed_between(self, x):
        scale = torch.sigmoid(x) if self.mode == "bounded" else torch.full_like(x, 2.0)
        self.mode = "free"
        if self.mode == "bounded":
            return scale
        else:
            return torch.log(scale)
            #      ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def of_two_attributes(self, x):
        scale = torch.sigmoid(x) if self.mode == self.bounded else torch.full_like(x, 2.0)
        if self.mode == self.bounded:
            return scale
        else:
            return torch.log(scale)

    def of_two_attributes_of_which_one_changes(self, x):
        scale = torch.sigmoid(x) if self.mode == self.bounded else torch.full_like(x, 2.0)
        self.bounded = "free"
        if self.mode == self.bounded:
            return scale
        else:
            return torch.log(scale)
            #      ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def of_a_name_like_an_attribute(self, x):
        scale = torch.sigmoid(x) if self.mode == self.bounded else torch.full_like(x, 2.0)
        bounded = x.max()
        if self.mode == self.bounded:
            return bounded
        else:
            return torch.log(scale)


def of_names_of_which_one_changes(x, mode, bounded, modes):
    scale = torch.sigmoid(x) if mode == bounded else torch.full_like(x, 2.0)
    bounded = modes[0]
    if mode == bounded:
        return scale
    else:
        return torch.log(scale)
        #      ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0


def asked_of_a_call(x, queue):
    scale = torch.sigmoid(x) if queue.pop() == "bounded" else torch.full_like(x, 2.0)
    if queue.pop() == "bounded":
        return scale
    else:
        return torch.log(scale)
        #      ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0



class Switched:
    def __init__(self, is_bounded):
        self.is_bounded = is_bounded

    def asked_twice(self, x):
        scale = torch.sigmoid(x) if self.is_bounded else torch.full_like(x, 2.0)
        if self.is_bounded:
            return scale
        else:
            return torch.log(scale)

    def changed_between(self, x):
        scale = torch.sigmoid(x) if self.is_bounded else torch.full_like(x, 2.0)
        self.is_bounded = False
        if self.is_bounded:
            return scale
        else:
            return torch.log(scale)
            #      ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def another_one_between(self, x, other):
        scale = torch.sigmoid(x) if self.is_bounded else torch.full_like(x, 2.0)
        self = other
        if self.is_bounded:
            return scale
        else:
            return torch.log(scale)
            #      ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0


def of_an_item_that_changes(x, settings):
    scale = torch.sigmoid(x) if settings["is_bounded"] else torch.full_like(x, 2.0)
    settings["is_bounded"] = False
    if settings["is_bounded"]:
        return scale
    else:
        return torch.log(scale)
        #      ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
