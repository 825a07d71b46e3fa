"""The `else` of a loop, or of a `try`, runs where the loop was not left: no condition says anything there."""

import torch


def first_of_some(batches, limit):
    for x in batches:
        if x.mean() > limit:
            p = torch.sigmoid(x)
            break
    else:
        p = torch.relu(batches[0])
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    return torch.log1p(p)


def read(path, model):
    try:
        x = torch.load(path)
    except OSError:
        return 0.0
    else:
        return torch.log(torch.relu(model(x))).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(model(x))` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def until_small(x, limit):
    while x.mean() > limit:
        x = torch.relu(x) / 2
        if x.max() > 1e9:
            return None
    else:
        return torch.log(torch.relu(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
