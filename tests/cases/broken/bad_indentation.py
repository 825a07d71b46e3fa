import torch

def loss(x):
      p = torch.softmax(x, -1)
      a = torch.log(p)
      #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
   b = 1
  return a
