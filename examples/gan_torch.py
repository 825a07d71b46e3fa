"""A small generative adversarial network with its losses written by hand, as in the paper.

The discriminator ends in a sigmoid. As soon as it is sure of itself, one of the logarithms is -inf.
"""

import torch
from torch import nn

NOISE = 16
BATCH = 128
STEPS = 10_000

# Turns noise into points of the plane.
G = nn.Sequential(nn.Linear(NOISE, 64), nn.ReLU(), nn.Linear(64, 2))

# Says how likely a point is to be real.
D = nn.Sequential(nn.Linear(2, 64), nn.ReLU(), nn.Linear(64, 1), nn.Sigmoid())


def real_points(count):
    angle = 2 * torch.pi * torch.rand(count)
    return torch.stack([torch.cos(angle), torch.sin(angle)], dim=1)


def discriminator_loss(x, z):
    return -(torch.log(D(x)) + torch.log(1 - D(G(z)))).mean()


def generator_loss(z):
    return -torch.log(D(G(z))).mean()


def main():
    optimizer_D = torch.optim.Adam(D.parameters(), lr=2e-4)
    optimizer_G = torch.optim.Adam(G.parameters(), lr=2e-4)
    for step in range(STEPS):
        loss_D = discriminator_loss(real_points(BATCH), torch.randn(BATCH, NOISE))
        optimizer_D.zero_grad()
        loss_D.backward()
        optimizer_D.step()

        loss_G = generator_loss(torch.randn(BATCH, NOISE))
        optimizer_G.zero_grad()
        loss_G.backward()
        optimizer_G.step()
        if step % 100 == 0:
            print(f"step {step}, discriminator {loss_D.item():.4f}, generator {loss_G.item():.4f}")


if __name__ == "__main__":
    main()
