"""What an attribute of something unknown holds is unknown: beside it a softmax is still a softmax."""

import torch


def of_a_batch(batch, x, is_given):
    p = batch.probs if is_given else torch.softmax(x, -1)
    return -torch.log(p).mean()
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def until_there_is_another(batch, x):
    p = torch.softmax(x, -1)
    if hasattr(batch, "probs"):
        p = batch.probs
    return -torch.log(p).mean()
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_a_key(batch, x, is_given):
    p = batch["probs"] if is_given else torch.softmax(x, -1)
    return -torch.log(p).mean()
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def both_above_0(batch, x, is_given):
    p = batch.probs.clamp(min=1e-6) if is_given else torch.softmax(x, -1) + 1e-6
    return -torch.log(p).mean()


class Head(torch.nn.Module):
    def __init__(self, settings):
        super().__init__()
        self.settings = settings

    def forward(self, x):
        p = x.sigmoid()
        eps = self.settings.eps if self.settings else 1e-6
        return torch.log(p + eps)
