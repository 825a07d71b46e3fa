"""What was kept for a backward pass may be changed once the pass is made: in a loop, before it comes round to the change."""

import torch


def before_each_pass(z, frames):
    for _ in frames:
        with torch.no_grad():
            z.mul_(2)
        loss = -torch.log(torch.sigmoid(z)).mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(z)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.nn.functional.logsigmoid(z)
        # or: torch.log(torch.clamp(torch.sigmoid(z), 1e-10, 1.0))
        # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
        loss.backward()


def before_a_pass_that_is_made_at_times(z, frames):
    for at, _ in enumerate(frames):
        with torch.no_grad():
            z.mul_(2)
        loss = -torch.log(torch.sigmoid(z)).mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(z)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(torch.sigmoid(z), 1e-10, 1.0))
        # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
        if at % 4 == 0:
            loss.backward()


def before_one_of_two_passes(z, frames, other):
    for x in frames:
        with torch.no_grad():
            z.mul_(2)
        loss = -torch.log(torch.sigmoid(z)).mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(z)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(torch.sigmoid(z), 1e-10, 1.0))
        # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
        other(x).backward()
        if x.sum() > 0:
            loss.backward()


def behind_the_loop(z, frames):
    total = 0
    for _ in frames:
        with torch.no_grad():
            z.mul_(2)
        total = total - torch.log(torch.sigmoid(z)).mean()
        #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(z)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(torch.sigmoid(z), 1e-10, 1.0))
        # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    total.backward()


def made_anew(w, frames):
    total = 0
    for x in frames:
        z = x @ w
        z.mul_(2)
        total = total - torch.log(torch.sigmoid(z)).mean()
        #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(z)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.nn.functional.logsigmoid(z)
        # or: torch.log(torch.clamp(torch.sigmoid(z), 1e-10, 1.0))
        # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    total.backward()


def made_anew_at_times(w, z, frames):
    total = 0
    for x in frames:
        if x is not None:
            z = x @ w
        z.mul_(2)
        total = total - torch.log(torch.sigmoid(z)).mean()
        #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(z)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(torch.sigmoid(z), 1e-10, 1.0))
        # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    total.backward()
