"""What the help of each command shows, but for that of `check`, which says more."""

from __future__ import annotations

EXAMPLES = {
    "explain": """\
  nanproof explain NAN101                        what the rule finds, why, and what to write instead
  nanproof explain                               which rules there are
  nanproof explain --output-format json NAN1     some rules, for a program
""",
    "reveal": """\
  nanproof reveal train.py:48:12                 the expression there, or the operand of the operation
  nanproof reveal train.py:48                    all that the line computes
  nanproof reveal 'book.ipynb:cell 3:2:12'       in a notebook, as `nanproof check` prints it
""",
    "suspects": """\
  nanproof suspects train.py                     what the script reaches and can be NaN, the likeliest first
  nanproof suspects losses.py:dice_loss          from one function on
  nanproof suspects --all package.train          a module; also why all else is safe
  nanproof suspects --output-format json train.py
""",
    "trace": """\
  nanproof trace train.log                       which line of this folder's program made the NaN
  nanproof trace - train.py < pasted.txt         of a log that was pasted, and the program that it is of
  nanproof trace --output-format json train.log src      for a program
""",
    "catalog": """\
  nanproof catalog torch.log                     where it is finite, what masks it, a line that shows the NaN
  nanproof catalog softmax                       that function in every framework
  nanproof catalog                               how much is known
""",
    "config": """\
  nanproof config src/train.py                   what holds for the file, and which file says so
  nanproof config --schema                       the JSON schema, for editors
""",
    "completion": """\
  nanproof completion bash > ~/.local/share/bash-completion/completions/nanproof
  nanproof completion zsh > ~/.zfunc/_nanproof           where fpath=(~/.zfunc $fpath) stands before compinit
  nanproof completion fish > ~/.config/fish/completions/nanproof.fish
""",
    "clean": """\
  nanproof clean                                 free the space; the next nanproof check looks at everything again
  NANPROOF_CACHE_DIR=.cache nanproof clean       of a cache that lies elsewhere
""",
    "server": """\
  nanproof server                                as editors start it
  nanproof server --tcp 127.0.0.1:2087           for an editor that connects
""",
    "mcp": """\
  nanproof mcp                                   as assistants start it (docs/programs.md)
""",
}
