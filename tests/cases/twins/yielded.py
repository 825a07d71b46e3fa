# What hands a logarithm over has computed it before: only in a loop did it run before, and may have changed the logits.

import torch
import torch.nn.functional as F


def terms(logits, scales):
    for scale in scales:
        p = torch.sigmoid(scale * logits)
        yield torch.log(p)
    #         ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(scale * logits)
    # removes: p = torch.sigmoid(scale * logits)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.sigmoid(scale * logits)` made here, exactly 0 in float32 for inputs below -89


def rows(logits, held):
    p = F.softmax(logits, dim=-1)
    for index in held:
        yield torch.log(p[index])
    #         ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p[index]` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p[index], 1e-10, 1.0))
    # or (unsafe): torch.log(p[index] + 1e-8)
    # from: `F.softmax(logits, dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104


async def sent(channel, logits):
    p = F.softmax(logits, dim=-1)
    await channel.send(torch.log(p))
    #                  ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: F.log_softmax(logits, dim=-1)
    # removes: p = F.softmax(logits, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `F.softmax(logits, dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104
