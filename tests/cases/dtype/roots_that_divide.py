"""What a deviation divides is as large as ever where the deviation is 0: in float16 the derivative at 1e-4 is infinite."""

import torch


def normalised(features):
    active = torch.relu(features.half())
    return active / torch.sqrt(active.var(dim=-1, keepdim=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(active.var(…))` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: active / torch.sqrt(torch.clamp(active.var(dim=-1, keepdim=True), min=1e-3))
    # from: `active.var(dim=-1, keepdim=True)` made here, exactly 0 of a unit that is off throughout
    # from: `torch.sqrt(active.var(dim=-1, keepdim=True))` made here, values in [0, inf]
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `active.var(…)` is a variance and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(active.var(dim=-1, keepdim=True), min=1e-3))
    # or (unsafe): torch.sqrt(active.var(dim=-1, keepdim=True) + 1e-3)
    # from: `active.var(dim=-1, keepdim=True)` made here, exactly 0 of a unit that is off throughout


def held(features):
    active = torch.relu(features.half())
    deviation = active.var(dim=-1, keepdim=True).sqrt()
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `active.var(…)` is a variance and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): active.var(dim=-1, keepdim=True).clamp(min=1e-3).sqrt()
    # or (unsafe): (active.var(dim=-1, keepdim=True) + 1e-3).sqrt()
    # from: `active.var(dim=-1, keepdim=True)` made here, exactly 0 of a unit that is off throughout
    return active / deviation
    #      ^^^^^^^^^^^^^^^^^^ NAN102 warning: `deviation` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: deviation = active.var(dim=-1, keepdim=True).clamp(min=1e-3).sqrt()
    # adds: .clamp(min=1e-3)
    # from: `active.var(dim=-1, keepdim=True)` made here, exactly 0 of a unit that is off throughout
    # from: `active.var(dim=-1, keepdim=True).sqrt()` made here, values in [0, inf]


def scaled(features):
    active = torch.relu(features)
    return active / torch.sqrt(active.var(dim=-1, keepdim=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(active.var(…))` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: active / torch.sqrt(torch.clamp(active.var(dim=-1, keepdim=True), min=1e-12))
    # from: `active.var(dim=-1, keepdim=True)` made here, exactly 0 of a unit that is off throughout
    # from: `torch.sqrt(active.var(dim=-1, keepdim=True))` made here, values in [0, inf]
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `active.var(…)` is a variance and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(active.var(dim=-1, keepdim=True), min=1e-10))
    # or (unsafe): torch.sqrt(active.var(dim=-1, keepdim=True) + 1e-8)
    # from: `active.var(dim=-1, keepdim=True)` made here, exactly 0 of a unit that is off throughout
