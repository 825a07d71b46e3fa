# A discriminator ends with a sigmoid, and the loss by hand takes its logarithm.

import torch
from torch import nn


class Discriminator(nn.Module):
    def __init__(self):
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(3, 64, 4, 2, 1),
            nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(64, 1, 4, 1, 0),
            nn.Sigmoid(),
        )

    def forward(self, image):
        return self.main(image).view(-1)


netD = Discriminator()


def step(real, fake):
    errD = -torch.log(netD(real)).mean() - torch.log(1 - netD(fake)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `netD(real)` is a sigmoid
    #                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - netD(fake)` can be 0 where a sigmoid is exactly 1 (for inputs above 17)
    return errD
