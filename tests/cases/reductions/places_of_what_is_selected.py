# Where a comparison holds, told as places: `nonzero` and `where` of nothing are empty, and so is what they pick.

import tensorflow as tf
import torch
import torch.nn.functional as F


class Boxes(torch.nn.Module):
    def regression(self, offsets: torch.Tensor, targets: torch.Tensor, labels: torch.Tensor):
        found = torch.nonzero(labels > 0).squeeze(1)
        return F.smooth_l1_loss(offsets[found], targets[found])
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `labels > 0` holds for any element, and the mean loss of none is NaN
        # fixed: nothing

    def by_tuple(self, scores: torch.Tensor, labels: torch.Tensor):
        return scores[torch.where(labels == 1)[0]].mean() + scores[(labels > 1).nonzero(as_tuple=True)].mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `labels == 1` holds for any element, and the mean of none is NaN
        # fixed: nothing
        #                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `(labels > 1)` holds for any element, and the mean of none is NaN
        # fixed: nothing

    def by_axis(self, scores: torch.Tensor, labels: torch.Tensor):
        found = torch.nonzero(labels == 1)
        return torch.index_select(scores, 0, found.view(-1)).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `labels == 1` holds for any element, and the mean of none is NaN
        # fixed: nothing

    def by_name(self, near: torch.Tensor, far: torch.Tensor, labels: torch.Tensor):
        positive = labels > 0
        one = near[positive]
        other = far[positive]
        apart = one - other
        return (apart**2).mean()
        #      ^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `positive` holds for any element, and the mean of none is NaN
        # fixed: nothing

    def of_rows(self, near: torch.Tensor, labels: torch.Tensor):
        return near[labels > 0].abs().sum(-1).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `labels > 0` holds for any element, and the mean of none is NaN
        # fixed: nothing


def offsets_of_matches(truth: tf.Tensor, guess: tf.Tensor, matched: tf.Tensor):
    found = tf.where(tf.greater(matched, 0))
    return tf.reduce_mean(tf.abs(tf.gather_nd(truth, found) - tf.gather_nd(guess, found)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `tf.greater(matched, 0)` holds for any element, and the mean of none is NaN
    # fixed: nothing


class Quiet(torch.nn.Module):
    def asked_of_the_places(self, scores: torch.Tensor, labels: torch.Tensor):
        found = torch.nonzero(labels > 0).squeeze(1)
        if found.numel() == 0:
            return scores.sum() * 0.0
        return scores[found].mean()

    def given_places(self, scores: torch.Tensor, places: torch.Tensor):
        return scores[places].mean() + torch.index_select(scores, 0, places).mean()

    def chosen_and_not_placed(self, scores: torch.Tensor, labels: torch.Tensor):
        return torch.where(labels > 0, scores, 0.0).mean()

    def summed(self, scores: torch.Tensor, labels: torch.Tensor):
        return scores[torch.nonzero(labels > 0)].sum()

    def of_no_tensor_of_choices(self, scores: torch.Tensor, table: torch.Tensor, labels: torch.Tensor):
        chosen = torch.where(labels > 0, table, 0)
        return scores[chosen].mean()
