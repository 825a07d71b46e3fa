import torch


def normalise(x):
    variance = x.pow(2).mean(-1, keepdim=True)
    return x / torch.sqrt(variance + 1e-8)  # NAN


x = torch.zeros(2, 4, dtype=torch.float16, requires_grad=True)
loss = normalise(x).sum()
print("loss:", loss.item())
if torch.isnan(loss):
    raise RuntimeError("loss is NaN")
