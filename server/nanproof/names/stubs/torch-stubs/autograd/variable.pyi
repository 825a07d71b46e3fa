# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from torch.autograd import *
from torch.autograd import Function as Function
from torch.autograd import variable as variable
