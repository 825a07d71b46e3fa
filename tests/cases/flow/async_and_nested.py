# `await` gives what the coroutine returns.

import torch


async def predict(model, x):
    return torch.softmax(model(x), -1)


async def loss(model, x):
    p = await predict(model, x)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
