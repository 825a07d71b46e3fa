# A number that each call takes from the settings of a program is a setting in the function too, times a constant or not.

import argparse
import math

import numpy as np
import torch
from torchvision import transforms

parser = argparse.ArgumentParser()
parser.add_argument("--var", type=float, default=5e-5)
args = parser.parse_args()


def nll(given, met, variance):
    return ((given - met) ** 2 / (2 * variance)).sum() + 0.5 * np.log(2 * np.pi * variance)


def kl(q, kinds):
    return (q * torch.log(q + 1e-16)).sum() + np.log(kinds)


def smoothed(given, scale):
    return given.sum() * torch.log(torch.tensor(scale)) + np.log(math.pi * scale)


def of_what_is_computed(given, met, variance):
    return ((given - met) ** 2).sum() + 0.5 * np.log(2 * np.pi * variance)
    #                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `2 * np.pi * variance` stays above 0


def of_either(given, variance):
    return given.sum() + np.log(variance)
    #                    ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `variance` stays above 0


def of_nobody(given, variance):
    return given.sum() + np.log(variance)
    #                    ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `variance` stays above 0


def of_two(given, variance, other):
    return given.sum() + np.log(variance * other)
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `variance * other` stays above 0


def less_than_a_setting(given, variance):
    return given.sum() + np.log((variance - 1.0) / 2) + np.log(1 - variance / 4)


def what_remains_of_a_setting(given, variance):
    return given.sum() + np.log(variance % 7)


def bound_anew(given, variance):
    variance = given.detach().numpy() * variance
    return np.log(variance)
    #      ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `variance` stays above 0


def train(model, x, y):
    given = model(x)
    loss = nll(given, y, args.var) + kl(given, args.kinds) + smoothed(given, args.scale)
    loss = loss + nll(given, y, variance=args.var) + of_what_is_computed(given, y, model.variance(x)) + bound_anew(given, args.var)
    loss = loss + of_either(given, args.var) + of_either(given, given.var()) + of_two(given, args.var, args.scale)
    loss = loss + less_than_a_setting(given, args.var) + what_remains_of_a_setting(given, args.var)
    loss.backward()


class Crop(transforms.RandomResizedCrop):
    @staticmethod
    def get_params(img, scale, ratio):
        low, high = torch.log(torch.tensor(ratio))
        return torch.exp(torch.empty(1).uniform_(low, high)).item()

    @staticmethod
    def other_params(img, scale, ratio):
        low, high = torch.log(torch.tensor(ratio))
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.tensor(ratio)` stays above 0
        return torch.exp(torch.empty(1).uniform_(low, high)).item()
