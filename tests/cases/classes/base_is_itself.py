# A class that names itself as its base leads nowhere, and the search for a method of it ends.

import torch


class A(A):
    def f(self, x):
        return torch.log(self.g(torch.relu(x)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that
