/ y, ** x
# What begins with an operator has nothing on its left.
import torch
