# A string that is never closed ends with its line, as far as the lines above are concerned.

import torch

p = torch.softmax(torch.rand(3) * 1000, 0)
loss = torch.log(p)
#      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
name = "never closed
other = 1
