"""Numbers of classes that a loop counts need not all occur; names that are listed may be those that do."""

import torch

model = torch.nn.Linear(4, 4)
optimizer = torch.optim.Adam(model.parameters())


def train(loader):
    for x, y, names in loader:
        h = model(x)
        loss = 0
        for c in range(10):
            loss = loss + h[y == c].mean()
            #             ^^^^^^^^^^^^^^^^ NAN106 warning: nothing here shows that `y == c` holds for any element, and the mean of none is NaN; ask first
            # fixed: nothing
            # from: `model(x)` made here, unbounded
        for c in names:
            loss = loss + h[y == c].mean()
            #             ^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y == c` holds for any element, and the mean of none is NaN; ask first
            # fixed: nothing
            # from: `model(x)` made here, unbounded
        for _, c in enumerate(names):
            loss = loss + h[y == c].mean()
            #             ^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y == c` holds for any element, and the mean of none is NaN; ask first
            # fixed: nothing
            # from: `model(x)` made here, unbounded
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
