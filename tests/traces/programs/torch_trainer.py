import torch
from torch import nn


class Module(nn.Module):
    def training_step(self, batch, index):
        raise NotImplementedError


class Heteroscedastic(Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(3, 2)

    def nll(self, mean, log_var, y):
        precision = torch.exp(-log_var)  # NAN
        return 0.5 * (precision * (y - mean) ** 2 + log_var).mean()

    def training_step(self, batch, index):
        x, y = batch
        mean, log_var = self.body(x).unbind(dim=-1)
        return self.nll(mean, log_var, y)


class Trainer:
    def __init__(self, max_epochs):
        self.max_epochs = max_epochs

    def fit(self, module, loader):
        optimizer = torch.optim.SGD(module.parameters(), lr=1e-2)
        for epoch in range(self.max_epochs):
            for index, batch in enumerate(loader):
                loss = module.training_step(batch, index)
                print(f"\rEpoch {epoch}: {index + 1}/{len(loader)} [00:00<00:00, v_num=3, loss={loss.item():.3g}]", end="")
                if not torch.isfinite(loss):
                    print()
                    raise ValueError("training_step returned a loss that is nan or inf")
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()


torch.manual_seed(3)
pixels = torch.randint(0, 256, (4, 16, 3)).float()
Trainer(max_epochs=20).fit(Heteroscedastic(), [(x, x.sum(dim=-1)) for x in pixels])
