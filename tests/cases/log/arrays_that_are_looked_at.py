# A score of arrays is there to be looked at, and so is what a count of them divides: NaN in it is information. A loss of
# arrays is trained on by hand.

import numpy as np


def inception_score(logits):
    preds = np.exp(logits) / np.sum(np.exp(logits), 1, keepdims=True)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    kl = preds * (np.log(preds) - np.log(np.mean(preds, 0, keepdims=True)))
    #             ^^^^^^^^^^^^^ NAN101 information: `preds` is a softmax, exactly 0
    return np.exp(np.mean(np.sum(kl, 1)))


def cross_entropy_loss(logits, y):
    preds = np.exp(logits) / np.sum(np.exp(logits), 1, keepdims=True)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    return -np.mean(y * np.log(preds))
    #                   ^^^^^^^^^^^^^ NAN101 warning: `preds` is a softmax, exactly 0


def deviations_of_runs(progress):
    found = np.nanstd(progress, axis=0)
    return found / np.sqrt(np.sum(1.0 - np.isnan(progress), axis=0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.sqrt(np.sum(…))` can be 0, as a row's count of matches can


def masked_loss(x, y):
    known = y != 0
    return ((x - y) ** 2 * known).sum(1) / known.sum(1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `known.sum(1)` is a row's count of matches and can be exactly 0
