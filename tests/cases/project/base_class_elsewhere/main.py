# A method comes from a base class in another file.

import torch
from base import Base


class Net(Base):
    def forward(self, x):
        return self.squash(x)


net = Net()


def loss(x):
    return torch.log(net(x))
    #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `net(x)` is a sigmoid
