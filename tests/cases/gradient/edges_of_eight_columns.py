# However many columns the places of nodes are kept in: an edge between two of one place has no length.

import torch


def far_loss(a, b, c, d, e, f, g, h, src, dst):
    squares = (
        (a[src] - a[dst]) ** 2
        + (b[src] - b[dst]) ** 2
        + (c[src] - c[dst]) ** 2
        + (d[src] - d[dst]) ** 2
        + (e[src] - e[dst]) ** 2
        + (f[src] - f[dst]) ** 2
        + (g[src] - g[dst]) ** 2
        + (h[src] - h[dst]) ** 2
    )
    return torch.sqrt(squares).mean()
    #      ^^^^^^^^^^^^^^^^^^^ NAN301 warning: `squares` is 0 where both ends are at one place: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(squares, min=1e-10))
    # or (unsafe): torch.sqrt(squares + 1e-8)
