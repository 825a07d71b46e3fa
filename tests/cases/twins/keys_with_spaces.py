# An operand is written again as it stands: the spaces of a key in it count, whatever lines it takes.

import torch
import torch.nn.functional as F


def probs(z):
    return torch.softmax(z, dim=1)


def methods(z):
    return z.softmax(1)


def squashed(batch):
    return torch.log(1 - torch.tanh(batch["raw  action"]) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(batch[…]) ** 2` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - batch["raw action"] - F.softplus(-2.0 * batch["raw action"]))
    # or: torch.log(torch.clamp(1 - torch.tanh(batch["raw action"]) ** 2, 1e-10, 1.0))
    # from: `torch.tanh(batch["raw action"])` made here, exactly -1 in float32 for inputs below -9


def of_a_function(batch):
    return torch.log(
    #      ^^^^^^^^^^+6 NAN101 warning: `probs(batch["raw action"])` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(batch[ "raw action" ], dim=1)
    # or: torch.log( torch.clamp( probs( batch[ "raw action" ] ), 1e-10, 1.0, ) )
    # or (unsafe): torch.log( probs( batch[ "raw action" ] ) + 1e-8 )
    # from: `torch.softmax(z, dim=1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `probs( batch[ "raw action" ] )` returned by this call
        probs(
            batch[
                "raw  action"
            ]
        )
    )


def of_a_method(batch):
    p = methods(
        batch["raw  action"]
        + batch["noise"]
    )
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: (batch["raw action"] + batch["noise"]).log_softmax(1)
    # removes: p = methods( batch["raw action"] + batch["noise"] )
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `z.softmax(1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `methods( batch["raw action"] + batch["noise"] )` returned by this call


def of_an_attribute(batch):
    p = methods(
        batch
        .logits
    )
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: (batch .logits).log_softmax(1)
    # removes: p = methods( batch .logits )
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `z.softmax(1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `methods( batch .logits )` returned by this call


def squashed_over_lines(batch):
    return torch.log(
    #      ^^^^^^^^^^+7 NAN101 warning: `1 - torch.tanh(…) ** 2` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - (batch["raw action"] + batch["noise"]) - F.softplus(-2.0 * (batch["raw action"] + batch["noise"])))
    # or: torch.log( torch.clamp( 1 - torch.tanh( batch["raw action"] + batch["noise"] ) ** 2, 1e-10, 1.0, ) )
    # from: `torch.tanh( batch["raw action"] + batch["noise"] )` made here, exactly -1 in float32 for inputs below -9
        1
        - torch.tanh(
            batch["raw  action"]
            + batch["noise"]
        )
        ** 2
    )
