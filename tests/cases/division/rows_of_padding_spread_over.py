"""What sets rows to 0 is a comparison of each row, spread over all of it along the last axis: a weight is none, nor is another axis."""

import torch


def spread_and_cast(h, ids):
    h = h * (ids > 0).unsqueeze(-1).float()
    return h / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `h.norm(…)` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / h.norm(dim=-1, keepdim=True).clamp(min=1e-6)
    # or: torch.nn.functional.normalize(h, dim=-1)
    # or (unsafe): h / (h.norm(dim=-1, keepdim=True) + 1e-8)
    # from: `h.norm(dim=-1, keepdim=True)` made here, exactly 0 for a row of padding


def part_of_a_cast(h, ids):
    h = h * (ids > 0).float()[..., None].to(h.device)
    return h / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `h.norm(…)` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / h.norm(dim=-1, keepdim=True).clamp(min=1e-6)
    # or: torch.nn.functional.normalize(h, dim=-1)
    # or (unsafe): h / (h.norm(dim=-1, keepdim=True) + 1e-8)
    # from: `h.norm(dim=-1, keepdim=True)` made here, exactly 0 for a row of padding


def cast_of_a_part(h, ids):
    h = h * (ids > 0)[..., None].float()
    return h / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `h.norm(…)` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / h.norm(dim=-1, keepdim=True).clamp(min=1e-6)
    # or: torch.nn.functional.normalize(h, dim=-1)
    # or (unsafe): h / (h.norm(dim=-1, keepdim=True) + 1e-8)
    # from: `h.norm(dim=-1, keepdim=True)` made here, exactly 0 for a row of padding


def part_of_a_comparison(h, ids):
    h = h * (ids > 0)[..., None]
    return h / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `h.norm(…)` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0


def part_of_a_name(h, ids):
    keep = ids != 0
    h = h * keep[:, :, None].float()
    return h / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `h.norm(…)` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0


def part_along_the_first_axis(h, ids):
    h = h * (ids > 0)[None].float()
    return h / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `h.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def of_each_element(h, ids):
    h = h * (ids > 0).float()
    return h / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `h.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / h.norm(dim=-1, keepdim=True).clamp(min=1e-6)
    # or: torch.nn.functional.normalize(h, dim=-1)
    # or (unsafe): h / (h.norm(dim=-1, keepdim=True) + 1e-8)
    # from: `h.norm(dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros


def along_the_first_axis(h, ids):
    h = h * (ids > 0).float().unsqueeze(0)
    return h / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `h.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / h.norm(dim=-1, keepdim=True).clamp(min=1e-6)
    # or: torch.nn.functional.normalize(h, dim=-1)
    # or (unsafe): h / (h.norm(dim=-1, keepdim=True) + 1e-8)
    # from: `h.norm(dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros


def weighted(h, weights):
    h = h * weights[..., None]
    return h / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `h.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / h.norm(dim=-1, keepdim=True).clamp(min=1e-6)
    # or: torch.nn.functional.normalize(h, dim=-1)
    # or (unsafe): h / (h.norm(dim=-1, keepdim=True) + 1e-8)
    # from: `h.norm(dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros


def of_squares(h, ids):
    h = h * (ids > 0).float()[..., None]
    return h / torch.sqrt((h * h).sum(dim=-1, keepdim=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt((…).sum(…))` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / torch.sqrt(torch.clamp((h * h).sum(dim=-1, keepdim=True), min=1e-12))
    # or: torch.nn.functional.normalize(h, dim=-1)
    # from: `torch.sqrt((h * h).sum(dim=-1, keepdim=True))` made here, exactly 0 for a row of padding


def of_a_sum_of_squares(h, g, ids):
    h = h * (ids > 0).float()[..., None]
    return h / torch.sqrt((h**2 + g**2 + 1).sum(dim=-1, keepdim=True))


def of_a_product(h, g, ids):
    h = h * (ids > 0).float()[..., None]
    return h / torch.sqrt((h * g).sum(dim=-1, keepdim=True))
