# A Gaussian filter has its middle, whatever its width is: of places alone not all of it underflows. Of data it may.

import torch


def gaussian_filter(kernel_size: int, sigma):
    coords = torch.arange(kernel_size, dtype=torch.float32)
    coords -= (kernel_size - 1) / 2.0
    g = coords**2
    g = (-(g.unsqueeze(0) + g.unsqueeze(1)) / (2 * sigma**2)).exp()
    g /= g.sum()
    return g.unsqueeze(0)


def ssim_loss(a, b, size, sigma):
    return 1 - (torch.nn.functional.conv2d(a, gaussian_filter(size, sigma)) * b).mean()


def soft_histogram_loss(x, sigma):
    centres = torch.arange(10).float()
    weight = torch.exp(-((x[:, None] - centres) ** 2) / sigma**2)
    return ((weight / weight.sum(1, keepdim=True)) * x[:, None]).mean()
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `weight.sum(1, keepdim=True)` can be 0 where all of it underflows: x / 0 is Inf or NaN; keep it away from 0
