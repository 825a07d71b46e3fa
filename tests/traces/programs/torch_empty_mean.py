import torch


def masked_loss(guess, truth, labels):
    keep = labels >= 0
    error = (guess[keep] - truth[keep]) ** 2
    return error.mean()  # NAN


weight = torch.ones(3, requires_grad=True)
for labels in (torch.tensor([0, 1, -1]), torch.tensor([-1, -1, -1])):
    loss = masked_loss(weight * 2.0, torch.zeros(3), labels)
    print("train loss:", loss.item())
    loss.backward()
