# A running sum of shares begins with the first and ends with 1; of bins that are all wide enough no two edges meet.

import torch
import torch.nn.functional as F


class Survival(torch.nn.Module):
    def forward(self, hazards):
        shares = torch.softmax(hazards, dim=-1)
        reached = torch.cumsum(shares, dim=-1)
        # FIXME: the last of the second is the logarithm of 0, whatever the shares are.
        return torch.log(reached) + torch.log(1.0 - reached)
        #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `reached` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(reached, min=1e-10))
        # or (unsafe): torch.log(reached + 1e-8)


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
