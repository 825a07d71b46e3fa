import numpy as np


def average(losses, threshold):
    hard = losses[losses > threshold]
    return hard.mean()  # NAN


losses = np.array([0.1, 0.2])
print("loss:", average(losses, 0.5))
