"""What is read from a file is a data set, whose deviation is hardly 0; what is made somewhere may be anything."""

import torch

from ours import load_data, load_model, make_data, read_csv_of


def read():
    x = load_data("train.csv")
    x = torch.as_tensor(x)
    return (x - x.mean()) / x.std()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `x.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def read_otherwise():
    x = torch.as_tensor(read_csv_of("train"))
    return (x - x.mean()) / x.std()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `x.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def made(n):
    x = torch.as_tensor(make_data(n))
    return (x - x.mean()) / x.std()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def of_a_model(path):
    x = torch.as_tensor(load_model(path))
    return (x - x.mean()) / x.std()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def along_an_axis(axis):
    x = torch.as_tensor(load_data("train.csv"))
    return (x - x.mean()) / torch.std(x, axis)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `torch.std(x, axis)` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def of_something_along_an_axis(x):
    axis = load_data("axis.csv")
    return (x - x.mean()) / torch.std(x, axis)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.std(x, axis)` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
