"""In a loop a choice may have been made in another pass, where the switch was another one."""

import torch


def until_it_is_dense(x, flags):
    s = torch.ones(3)
    for dense in flags:
        s = torch.relu(x) if dense else torch.log(s)
        #                               ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(s, min=1e-10))
        # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    return s


def of_one_switch(x, dense, steps):
    s = torch.ones(3)
    for _ in range(steps):
        s = torch.relu(x) if dense else torch.log(s + 1.5)
    return s


def before_it_is_made(x, flags):
    s, y = torch.ones(3), 0.0
    for dense in flags:
        y = y + torch.log(s).sum() if dense else y
        #       ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(s, min=1e-10))
        # or (unsafe): torch.log(s + 1e-8)
        # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
        s = torch.ones(3) if dense else torch.relu(x)
    return y


def before_it_is_made_of_one_switch(x, dense, steps):
    s, y = torch.ones(3), 0.0
    for _ in range(steps):
        y = y + torch.log(s).sum() if dense else y
        s = torch.ones(3) if dense else torch.relu(x)
    return y


def made_in_each_pass(x, flags):
    y = 0.0
    for dense in flags:
        s = torch.ones(3) if dense else torch.relu(x)
        if dense:
            y = y + torch.log(s).sum()
    return y


def made_in_some_passes(x, flags):
    s, y = torch.ones(3), 0.0
    for step, dense in enumerate(flags):
        if step % 10 == 0:
            s = torch.ones(3) if dense else torch.relu(x)
        if dense:
            y = y + torch.log(s).sum()
            #       ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
            # fixed: torch.log(torch.clamp(s, min=1e-10))
            # or (unsafe): torch.log(s + 1e-8)
            # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    return y


def named_in_some_passes(x, kinds):
    s, y = torch.ones(3), 0.0
    for step, kind in enumerate(kinds):
        if step % 10 == 0:
            s = torch.ones(3) if kind == "dense" else torch.relu(x)
        if kind == "dense":
            y = y + torch.log(s).sum()
            #       ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
            # fixed: torch.log(torch.clamp(s, min=1e-10))
            # or (unsafe): torch.log(s + 1e-8)
            # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    return y


def named_in_each_pass(x, kinds):
    y = 0.0
    for kind in kinds:
        s = torch.ones(3) if kind == "dense" else torch.relu(x)
        if kind == "dense":
            y = y + torch.log(s).sum()
    return y


def above_a_threshold(x, n, thresholds):
    s = torch.ones(3)
    for threshold in thresholds:
        s = torch.relu(x) if n > threshold else torch.log(s)
        #                                       ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(s, min=1e-10))
        # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    return s


def span_of_the_pass_before(pairs, span):
    y = 0.0
    for high, low in pairs:
        if high > low:
            y = y + torch.log(span).sum()
            #       ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `span` stays above 0: log(0) is -inf
            # fixed: torch.log(torch.clamp(span, min=1e-10))
        span = high - low
    return y


def span_of_this_pass(pairs):
    y = 0.0
    for high, low in pairs:
        span = high - low
        if high > low:
            y = y + torch.log(span).sum()
    return y
