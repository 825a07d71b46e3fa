import torch


def squared_distances(left, right):
    difference = left.unsqueeze(1) - right.unsqueeze(0)
    return (difference * difference).sum(dim=-1)


class PairLoss(torch.nn.Module):
    def __init__(self, margin=1.0):
        super().__init__()
        self.margin = margin

    def distances(self, embedded):
        return squared_distances(embedded, embedded) ** 0.5  # NAN

    def forward(self, embedded, labels):
        distance = self.distances(embedded)
        same = (labels[:, None] == labels[None, :]).float()
        apart = torch.relu(self.margin - distance)
        return (same * distance + (1 - same) * apart).mean()
