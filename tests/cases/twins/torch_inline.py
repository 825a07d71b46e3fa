# Where the activation stands inside of the logarithm, the stable function takes its operand.

import torch
import torch.nn.functional as F


def losses(z, labels):
    a = F.nll_loss(torch.log(F.softmax(z, dim=1)), labels)
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `F.softmax(z, dim=1)` is a softmax
    # fixed: F.log_softmax(z, dim=1)
    # or: torch.log(torch.clamp(F.softmax(z, dim=1), 1e-10, 1.0))
    b = torch.log(torch.sigmoid(z))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(z)` is a sigmoid
    # fixed: F.logsigmoid(z)
    # or: torch.log(torch.clamp(torch.sigmoid(z), 1e-10, 1.0))
    c = torch.log(1 - torch.sigmoid(z))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.sigmoid(z)` can be 0 where a sigmoid is exactly 1
    # fixed: F.logsigmoid(-z)
    # or: torch.log(torch.clamp(1 - torch.sigmoid(z), 1e-10, 1.0))
    d = z.softmax(-1).log()
    #   ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `z.softmax(-1)` is a softmax
    # fixed: z.log_softmax(-1)
    # or: z.softmax(-1).clamp(1e-10, 1.0).log()
    e = torch.log(torch.sigmoid(-z))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(-z)` is a sigmoid
    # fixed: F.logsigmoid(-z)
    # or: torch.log(torch.clamp(torch.sigmoid(-z), 1e-10, 1.0))
    f = torch.log1p(-torch.sigmoid(2 * z))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-torch.sigmoid(2 * z)` can be -1 where a sigmoid is exactly 1
    # fixed: F.logsigmoid(-(2 * z))
    # or: torch.log1p(torch.clamp(-torch.sigmoid(2 * z), -0.9999999, 1.0))
    g = torch.log(1 - torch.sigmoid(-z))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.sigmoid(-z)` can be 0 where a sigmoid is exactly 1
    # fixed: F.logsigmoid(z)
    # or: torch.log(torch.clamp(1 - torch.sigmoid(-z), 1e-10, 1.0))
    return a, b, c, d, e, f, g
