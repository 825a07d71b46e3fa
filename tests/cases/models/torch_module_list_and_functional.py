# The model is made in one function and called in a loop: its `forward` ends with a softmax.

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 20, 5)
        self.fc = nn.Linear(500, classes)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = x.view(-1, 500)
        x = self.fc(x)
        return F.softmax(x, dim=1)


def train(loader, classes):
    model = Net(classes)
    for data, target in loader:
        output = model(data)
        loss = F.nll_loss(torch.log(output), target)
        #                 ^^^^^^^^^^^^^^^^^ NAN101 warning: `output` is a softmax
        loss.backward()
