# What stands between the logits and the logarithm of their softmax may write into them, and mostly does not.

import torch
from helpers import normalise_
from torch import nn


def a_function_called_so(z):
    p = torch.softmax(z, -1)
    normalise_(z)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def sum_of_what_was_unpacked(z):
    p = torch.softmax(z, -1)
    first, second = criterion()
    sum(first)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def list_of_a_generator(z):
    p = torch.softmax(z, -1)
    rows = (row.add_(1) for row in z)
    list(rows)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def annotated(z):
    p = torch.softmax(z, -1)
    n: int
    step()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def norms_of_gradients(z):
    p = torch.softmax(z, -1)
    nn.utils.clip_grad_norm_(z, 1.0)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # removes: p = torch.softmax(z, -1)


def translated(z):
    p = torch.softmax(z, -1)
    _("done")
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def called_with_nothing(z):
    p = torch.softmax(z, -1)
    act = nn.ReLU(inplace=True)
    act()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def empty_sequence(z):
    p = torch.softmax(z, -1)
    net = nn.Sequential()
    net(z)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def sequence_that_writes(z):
    p = torch.softmax(z, -1)
    net = nn.Sequential(nn.ReLU(inplace=True), nn.Tanh())
    net(z)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def method_told_so(z):
    p = torch.softmax(z, -1)
    z.sort_values(inplace=True)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def label_of_the_same_name(z):
    p = torch.softmax(z, -1)
    report(z=1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def loop_over_a_range(z):
    p = torch.softmax(z, -1)
    for step in range(3):
        pass
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # removes: p = torch.softmax(z, -1)


def loop_over_a_loader(z, loader):
    p = torch.softmax(z, -1)
    for batch in loader:
        pass
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def loop_over_a_list(z):
    p = torch.softmax(z, -1)
    for step in [1, 2]:
        pass
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # removes: p = torch.softmax(z, -1)


def held_by_a_list(z):
    p = torch.softmax(z, -1)
    held = list((z,))
    held[0].add_(1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def held_by_a_dictionary(z):
    p = torch.softmax(z, -1)
    held = dict(a=z)
    held["a"].zero_()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def held_by_a_longer_list(z, w):
    p = torch.softmax(z, -1)
    held = [w]
    held += [z]
    held[1].add_(1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def held_by_sums_of_lists(z, w):
    p = torch.softmax(z, -1)
    held = [w] + list((z,))
    held[1].add_(1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def table_of_names(z):
    p = torch.softmax(z, -1)
    vars()["z"].add_(1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))


def named_scope(z):
    p = torch.softmax(z, -1)
    with torch.profiler.record_function("log") as span:
        pass
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # removes: p = torch.softmax(z, -1)


def deleted_and_made_again(z):
    p = torch.softmax(z, -1)
    w = z
    del z
    z = w * 2
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(scores, -1)
    # adds: scores = z


def copied_list(z, w):
    p = torch.softmax(z, -1)
    held = [z].copy()
    held[0].add_(1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def copy_that_is_none(z):
    p = torch.softmax(z, -1)
    copied = z.clone()
    copied.add_(1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # removes: p = torch.softmax(z, -1)


def written_by_one_inside(z):
    p = torch.softmax(z, -1)
    def raise_all():
        z.add_(1)

    raise_all()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def read_by_one_inside(z):
    p = torch.softmax(z, -1)
    def show():
        return z.mean()

    show()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def kept_by_a_function(z):
    p = torch.softmax(z, -1)
    push(z)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def of_a_longer_name(z, w):
    p = torch.softmax(z, -1)
    held = list((z,))
    more = held + [w]
    more[0].add_(1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def read_by_one_inside_alone(x):
    z = x * 2

    def show():
        return z.mean()

    p = torch.softmax(z, -1)
    show()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)


def of_a_context(open_model):
    with open_model() as z:
        p = torch.softmax(z, -1)
        step()
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: log_p
        # adds: log_p = torch.log_softmax(z, -1)


def of_what_a_context_holds(open_model):
    with open_model() as model:
        p = torch.softmax(model.z, -1)
        step(model.z, [model.z, vars()], vars()["z"])
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))


def beside_all_names(z, w):
    p = torch.softmax(z, -1)
    held = {}
    held["all"] = vars()
    vars()["w"] = w
    step(w)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))


class Layer(nn.Module):
    def forward(self, z):
        p = torch.softmax(z, -1)
        self.update_(z)
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: log_p
        # adds: log_p = torch.log_softmax(z, -1)

    def captured(self, z):
        p = torch.softmax(z, -1)
        match self.shape:
            case (z, 1):
                pass
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log_softmax(scores, -1)
        # adds: scores = z

    def of_itself(self):
        p = torch.softmax(self.z, -1)
        self.z.mul_(2)
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: log_p
        # adds: log_p = torch.log_softmax(self.z, -1)


def unpacked_before_a_layer_that_writes(z):
    p, q = torch.softmax(z, -1), z * 2
    net = nn.Sequential(nn.ReLU(inplace=True), nn.Linear(3, 3))
    net(z)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))


def unpacked_before_a_layer_that_reads(z):
    p, q = torch.softmax(z, -1), z * 2
    net = nn.Sequential(nn.Linear(3, 3), nn.ReLU(inplace=True))
    net(z)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(z, -1)
