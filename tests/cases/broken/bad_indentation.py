# A line that is indented to nowhere takes nothing from what stands above it.

import torch

def loss(x):
      p = torch.softmax(x, -1)
      a = torch.log(p)
      #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
   b = 1
  return a
