# A method called `log` of a class of one's own is no logarithm.

import torch


class Meter:
    def log(self, value):
        self.values.append(value)


def train(x):
    meter = Meter()
    meter.log(torch.softmax(x, -1))
    Meter().log(torch.relu(x))
    return meter
