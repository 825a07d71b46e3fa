# A running sum of shares begins with the first and ends with 1; of bins that are all wide enough no two edges meet.

import tensorflow as tf
import torch
import torch.nn.functional as F


class Survival(torch.nn.Module):
    def forward(self, hazards):
        shares = torch.softmax(hazards, dim=-1)
        reached = torch.cumsum(shares, dim=-1)
        return torch.log(reached) + torch.log(1.0 - reached)
        #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `reached` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(reached, min=1e-10))
        # or (unsafe): torch.log(reached + 1e-8)
        #                           ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - reached` can be 0 where a running sum of shares is exactly 1: log(0) is -inf; keep it above 0

    def before_the_end(self, hazards):
        shares = torch.softmax(hazards, dim=-1)
        left = 1.0 - torch.cumsum(shares, dim=-1)
        others = 1.0 - torch.cumsum(shares, dim=0)
        return torch.log(left[..., :-1]) + torch.log(others) + torch.log(left[:, 0])

    def at_the_end(self, hazards, bins):
        shares = torch.softmax(hazards, dim=1)
        left = 1.0 - shares.cumsum(1)
        return torch.log(left).gather(1, bins) + hazards / left[..., 1:]
        #      ^^^^^^^^^^^^^^^ NAN101 warning: `left` can be 0 where a running sum of shares is exactly 1 (at its end)
        #                                        ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `left[..., 1:]` can be 0 where a running sum of shares is exactly 1


class Spline(torch.nn.Module):
    def forward(self, widths, heights, bins, least=1e-3):
        widths = least + (1 - least * bins) * torch.softmax(widths, dim=-1)
        heights = least + (1 - least * bins) * torch.softmax(heights, dim=-1)
        across, up = torch.cumsum(widths, dim=-1), torch.cumsum(heights, dim=-1)
        slopes = (up[..., 1:] - up[..., :-1]) / (across[..., 1:] - across[..., :-1])
        return torch.log(slopes.pow(2) * F.softplus(heights))


def switched_on(x):
    return torch.log(torch.cumsum(torch.relu(x), dim=-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.cumsum(…)` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.cumsum(torch.relu(x), dim=-1), min=1e-10))
    # or (unsafe): torch.log(torch.cumsum(torch.relu(x), dim=-1) + 1e-8)


def stopped_before(logits):
    shares = tf.nn.softmax(logits, axis=-1)
    before = 1.0 - tf.cumsum(shares, axis=-1, exclusive=True)
    until = 1.0 - tf.cumsum(shares, axis=-1)
    return tf.math.log(before) + tf.math.log(until)
    #                            ^^^^^^^^^^^^^^^^^^ NAN101 warning: `until` can be 0 where a running sum of shares is exactly 1 (at its end)
