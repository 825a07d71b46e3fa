"""The largest of many numbers is 0 where all are: not of what is drawn, nor of what is scaled between two extremes."""

import numpy as np


def on_a_sphere():
    points = np.random.randn(2500, 3)
    points = points - points.mean(axis=0)
    radius = ((points**2).sum(axis=-1) ** 0.5).max()
    return points / (radius * 2.2)


def brightest(points):
    image = np.zeros((500, 500))
    depth = (points - np.min(points)) / (np.max(points) - np.min(points) + 1e-8)
    for i, each in enumerate(depth):
        image[i] = image[i] * 0.7 + (np.max(depth) - each) * 0.3
    return image / np.max(image)


def of_each(points, x):
    depth = (points - np.min(points)) / (np.max(points) - np.min(points) + 1e-8)
    return x / depth, x / depth.max()
    #      ^^^^^^^^^ NAN102 warning: `depth` can be 0, as a difference from the min or max can
