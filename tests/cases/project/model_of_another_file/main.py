"""An object that another file makes is a model there and here: `gate.to(device)` is itself."""

import nets
import torch
from nets import gate


def gated(x):
    reveal_range(gate.to("cuda")(x))  # [0, 1] float32
    reveal_range(nets.gate.to("cuda")(x))  # [0, 1] float32
    reveal_range(torch.optim.Adam(x).to("cuda"))  # any value float32
