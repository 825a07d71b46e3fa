# The first parameter of a method is the object, whatever it is called.

import torch


class Box:
    def fill(this, x):
        this.p = torch.relu(x)
        return torch.log(this.p)
        #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `this.p` is a ReLU
