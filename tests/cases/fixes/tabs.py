# Tabs count as one column, and stay.

import torch


def loss(x):
	if x is not None:
		p	=	torch.softmax(x, -1)
		return	torch.log(p)
		#     	^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
		# fixed: torch.log_softmax(x, -1)
		# removes: p = torch.softmax(x, -1)
		# or: torch.log(torch.clamp(p, 1e-10, 1.0))
