# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from torch.nn import *
from torch.nn import functional as functional
from torch.nn import modules as modules
from torch.nn import parallel as parallel
from torch.nn import parameter as parameter
