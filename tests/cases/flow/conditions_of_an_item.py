# A condition that is an item, `if deviations[i]:`, says of that item that it is not 0, and of no other.

import numpy as np
import torch


def scaled(batch):
    deviations = batch.std(axis=0)
    for column in range(batch.shape[1]):
        if deviations[column]:
            batch[:, column] = batch[:, column] / deviations[column]
    return batch, np.mean(batch)


def scaled_by_another(batch):
    deviations = batch.std(axis=0)
    for column in range(batch.shape[1]):
        if deviations[column - 1]:
            batch[:, column] = batch[:, column] / deviations[column]
            #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `deviations[column]` is a standard deviation
    return batch, torch.mean(batch)
