import torch

p = torch.softmax(torch.rand(3) * 1000, 0)
loss = torch.log(p)
#      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
name = "never closed
other = 1
