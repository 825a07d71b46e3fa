# Columns are right behind letters of several bytes, accents that combine and emoji of several code points.

import torch


def loss(x):
    é, 名 = "😀", torch.softmax(x, -1)
    text = "👩‍🚀é"; y = torch.log(名); print(text)
    #                  ^^^^^^^^^^^^ NAN101 warning: `名` is a softmax
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(名, 1e-10, 1.0))
    return y, é
