"""In a script each statement runs in its turn; a function of it may have changed the same tensor at any time."""

import torch

net = torch.nn.Linear(4, 1)
z = net(torch.randn(8, 4))
loss = -torch.log(torch.sigmoid(z)).mean()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(z)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
# fixed: torch.log(torch.clamp(torch.sigmoid(z), 1e-10, 1.0))


def reset():
    z.mul_(2)


loss.backward()

scores = net(torch.randn(8, 4))
second = -torch.log(torch.sigmoid(scores)).mean()
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(scores)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
# fixed: torch.log(torch.clamp(torch.sigmoid(scores), 1e-10, 1.0))
with torch.no_grad():
    scores.mul_(2)
second.backward()
