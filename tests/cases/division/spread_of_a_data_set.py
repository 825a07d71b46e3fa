"""All of a data set that is read from a file is hardly equal; a column may be, and a batch, and an image."""

import pickle

import numpy as np
import torch
from scipy.io import loadmat

table = torch.Tensor(loadmat("elevators.mat")["data"])
x = table[:, :-1]
x = x - x.min(0)[0]
x = 2 * (x / x.max(0)[0]) - 1
#        ^^^^^^^^^^^^^^^ NAN102 information: `x.max(0)[0]` is a difference from the min or max
y = table[:, -1]
y = (y - y.mean()) / y.std()
#   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `y.std()` is a standard deviation
for row in table:
    shown = (row - row.min()) / (row.max() - row.min())
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(row.max() - row.min())` is a difference from an extreme


def whole(path):
    speeds = np.load(path)
    low, high = speeds.min(), speeds.max()
    return (speeds - low) / (high - low), low, high
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `(high - low)` is a difference from an extreme


def columns(path):
    rows = np.loadtxt(path)
    return (rows - rows.mean(axis=0)) / rows.std(axis=0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `rows.std(axis=0)` is a standard deviation


def by_a_function_of_the_project(path):
    series = load_data(path)
    return (series - np.mean(series)) / np.std(series)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `np.std(series)` is a standard deviation


def by_its_name(x_train, x_test):
    mean, deviation = np.mean(x_train), np.std(x_train)
    return (x_train - mean) / deviation, (x_test - mean) / deviation
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `deviation` is a standard deviation
    #                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `deviation` divides in `(…) / deviation` too


def one_of_many(path, index):
    images = pickle.load(open(path, "rb"))
    image = images[index]
    return (image - np.mean(image)) / np.std(image)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.std(image)` is a standard deviation


def of_a_batch(batch):
    return (batch - np.mean(batch)) / np.std(batch)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.std(batch)` is a standard deviation


def of_a_picture(path):
    picture = read_image(path)
    return (picture - np.mean(picture)) / np.std(picture)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.std(picture)` is a standard deviation


class Domain(torch.nn.Module):
    """The bounds that an object is made with are those of a domain; those that it is given later are of anything."""

    def __init__(self, points, weights):
        super().__init__()
        self.lb, self.ub = points.min(0), points.max(0)
        self.scaled = (points - self.lb) / (self.ub - self.lb)
        #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(self.ub - self.lb)` is a difference from an extreme

    def forward(self, points):
        return 2.0 * (points - self.lb) / (self.ub - self.lb) - 1.0
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `(self.ub - self.lb)` is a difference from an extreme


class Scaler:
    def fit(self, points):
        self.low, self.high = points.min(0), points.max(0)

    def scaled(self, points):
        return (points - self.low) / (self.high - self.low)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(self.high - self.low)` is a difference from an extreme


class Channel(torch.nn.Module):
    def __init__(self, places):
        super().__init__()
        self.length = places.max() - places.min()
        self.fitted = places.max() - places.min()

    def forward(self, x):
        return x / self.length, x / self.fitted
        #      ^^^^^^^^^^^^^^^ NAN102 hint: `self.length` is a difference from an extreme
        #                       ^^^^^^^^^^^^^^^ NAN102 information: `self.fitted` is a difference from an extreme

    def fit(self, x):
        self.fitted = x.max() - x.min()
