"""A norm of all of an array, in a file of NumPy alone that trains nothing and in no loss, is geometry: a hint."""

import numpy as np


def unit(axis):
    return axis / np.linalg.norm(axis)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `np.linalg.norm(axis)` is a norm


def energy(places, strength):
    between = places[0] - places[1]
    distance = np.sqrt((between**2).sum())
    return strength / distance
    #      ^^^^^^^^^^^^^^^^^^^ NAN102 hint: `distance` is a norm


def rows(embeddings):
    return embeddings / np.linalg.norm(embeddings, axis=1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.linalg.norm(…)` is a norm


def rows_by_hand(embeddings):
    return embeddings / np.sqrt(np.sum(embeddings**2, 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.sqrt(np.sum(…))` is a norm


def cosine_loss(given, met):
    return 1 - np.dot(given, met) / np.linalg.norm(met)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.linalg.norm(met)` is a norm


def advantages(rewards):
    return (rewards - rewards.mean()) / np.std(rewards)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.std(rewards)` is a standard deviation
