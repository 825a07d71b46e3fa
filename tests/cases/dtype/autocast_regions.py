"""An autocast region is a `with` statement or a decorator, and its dtype is the one that it names, on a CPU too."""

import torch
from torch import nn


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.f = nn.Linear(3, 3)

    @torch.autocast("cuda", dtype=torch.float16)
    def forward(self, x):
        h = torch.sigmoid(self.f(x))
        return torch.log(h + 1e-8)
        #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `h + 1e-8` masks nothing: 1e-8 is 0 in float16
        # fixed: torch.log(h + 1e-4)
        # or (unsafe): nn.functional.logsigmoid(logits)

    def on_a_cpu(self, x):
        with torch.autocast("cpu", dtype=torch.float16):
            h = torch.sigmoid(self.f(x))
            return torch.log(h + 1e-8)
            #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `h + 1e-8` masks nothing: 1e-8 is 0 in float16
            # fixed: torch.log(h + 1e-4)
            # or (unsafe): nn.functional.logsigmoid(logits)

    def in_bfloat16(self, x):
        with torch.autocast("cpu"):
            h = torch.sigmoid(self.f(x))
            return torch.log(h + 1e-8)
            #      ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `h + 1e-8` keeps the logarithm of a sigmoid finite
            # fixed (unsafe): nn.functional.logsigmoid(logits)
            # adds: logits = self.f(x)

    @torch.amp.autocast(device_type="cuda", enabled=False)
    def not_at_all(self, x):
        h = torch.sigmoid(self.f(x))
        return torch.log(h + 1e-8)
        #      ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `h + 1e-8` keeps the logarithm of a sigmoid finite
        # fixed (unsafe): nn.functional.logsigmoid(logits)
        # adds: logits = self.f(x)
