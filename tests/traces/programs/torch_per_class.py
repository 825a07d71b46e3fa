import torch
from torch import nn

CLASSES = 4


def balanced_loss(logits, labels):
    errors = nn.functional.cross_entropy(logits, labels, reduction="none")
    per_class = []
    for number in range(CLASSES):
        chosen = errors[labels == number]
        per_class.append(chosen.mean())  # NAN
    return torch.stack(per_class).sum() / CLASSES


def train(model, batches):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for step, (x, labels) in enumerate(batches):
        loss = balanced_loss(model(x), labels)
        if torch.isnan(loss):
            raise RuntimeError(f"loss became nan at step {step}")
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        print(f"step {step} loss {loss.item():.3f}")


torch.manual_seed(0)
labels = [torch.tensor([0, 1, 2, 3, 3, 1]), torch.tensor([0, 1, 1, 3, 3, 0])]
train(nn.Linear(5, CLASSES), [(torch.randn(6, 5), each) for each in labels])
