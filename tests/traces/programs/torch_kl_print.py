import torch

torch.manual_seed(0)
teacher = torch.nn.Linear(5, 3)
teacher.weight.data *= 300.0
student = torch.nn.Linear(5, 3)
optimizer = torch.optim.SGD(student.parameters(), lr=0.1)


def divergence(p, q):
    return (p * (p / q).log()).sum(dim=-1)  # NAN


for _ in range(2):
    x = torch.randn(8, 5)
    with torch.no_grad():
        wanted = teacher(x).softmax(dim=-1)
    loss = divergence(wanted, student(x).softmax(dim=-1)).mean()
    print(loss)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
