# What a helper of another file masks is mended there, if anywhere.

import torch
from helper import hide


def attention(scores, mask, v):
    return torch.softmax(hide(scores, mask), -1) @ v
