"""How far an array is from what it should meet, over the size of that: such an error only measures."""

import numpy as np
import torch


def evaluated(model, x, met, other):
    given = model.predict(x)
    error = np.linalg.norm(met - given, 2) / np.linalg.norm(met, 2)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `np.linalg.norm(met, 2)` is a norm
    turned = np.linalg.norm(given - met) / np.linalg.norm(met)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `np.linalg.norm(met)` is a norm
    return error, turned


def of_something_else(met, given, other):
    return np.linalg.norm(met - given) / np.linalg.norm(other)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.linalg.norm(other)` is a norm


def of_a_sum(met, given):
    return np.linalg.norm(met + given) / np.linalg.norm(met)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.linalg.norm(met)` is a norm


def of_another_size(met, given):
    return np.max(met - given) / np.linalg.norm(met)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.linalg.norm(met)` is a norm


def a_tensor(met, given):
    return torch.norm(met - given) / torch.norm(met)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.norm(met)` is a norm


def l2_error(model, x, met):
    given = model(x)
    by_hand = torch.sqrt(torch.mean((met - given) ** 2)) / torch.sqrt(torch.mean(met**2))
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `torch.sqrt(…)` is a norm
    return by_hand + torch.norm(given - met) / torch.norm(met)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `torch.norm(met)` is a norm


def evaluated_as_a_tensor(model, x, met):
    given = model(x)
    error = torch.norm(given - met) / torch.norm(met)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `torch.norm(met)` is a norm
    return error


def relative_error_loss(model, x, met):
    given = model(x)
    error = torch.norm(given - met) / torch.norm(met)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.norm(met)` is a norm
    return error


def error_of_something_else(model, x, met, other):
    given = model(x)
    cubes = torch.sqrt(torch.mean((met - given) ** 2)) / torch.sqrt(torch.mean(met**3))
    return torch.norm(given - met) / torch.norm(other) + cubes
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.norm(other)` is a norm
