"""What is measured of each class is looked at, and names that are compared all at once are those of no class."""

import torch

model = torch.nn.Linear(4, 4)
optimizer = torch.optim.Adam(model.parameters())


def train(loader):
    for x, y in loader:
        numbers = torch.arange(len(x))
        loss = model(x)[y == numbers].mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y == numbers` holds for any element, and the mean of none is NaN; ask first
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


@torch.no_grad()
def accuracy_metric(x, y):
    hits = (model(x).argmax(-1) == y).float()
    return [hits[y == c].mean() for c in range(10)]
    #       ^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y == c` holds for any element, and the mean of none is NaN; ask first
