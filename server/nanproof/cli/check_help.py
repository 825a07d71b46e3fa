"""What the help of `nanproof check` says below its options."""

from __future__ import annotations

EXIT_CODES = """\
exit codes:
  0  there are no problems; what is only possible (information, hint) fails no run
  1  there are problems: findings of the severity warning or error, or as --fail-on says
     (after --fix: those that are left; with --diff: something to fix)
  2  nanproof could not do its job and says why: a path that was named cannot be checked, none of the files
     found could be checked, a fix could not be written, nanproof itself failed, or the command line is wrong.
     Everything else is checked and reported all the same.

files:
  Named files are checked as they are. Folders are searched for .py files, but for what .gitignore files leave
  out and for folders such as .venv, build and node_modules; links to folders are not followed, nor links to
  files outside of the project. A file that was found but is not read is named on standard error, and does not
  change the exit code.

what --fix writes:
  Named files, and what lies inside of named folders; through a link that is named, the file that it leads to.
  A file is replaced whole or not at all, by a new one beside it that takes its name. A file with more names (hard
  links) is left alone in a folder; where it is named itself, this name gets the fixed text and the others keep
  the old one. A file that changed meanwhile is left alone. What is left alone is named on standard error.
  What --diff prints is applied by `patch -p0` and by `git apply -p0`, where nanproof was started.

shards, for several machines that check one project together:
  With --shard 3/8 the files are divided into 8 shards of about the same size, always in the same way as long as they
  are the same, and the third is reported on; what files of other shards pass to it is seen all the same. --baseline
  takes the baseline of all files, --diff and --statistics are of the shard, and SARIF has a category for each. --fix
  and --write-baseline are for all files at once.

examples:
  nanproof check --diff src                             what --fix would change
  nanproof check --output-format sarif . > nan.sarif    for a code host
  nanproof check --write-baseline nan.json .            live with what is there; then
  nanproof check --baseline nan.json .                  report what is new
  nanproof check --since origin/main .                  only on lines that changed
  nanproof check --select NAN101,NAN102 --ignore NAN3 . some rules, by code, name or beginning
  nanproof check --shard 3/8 --jobs 4 .                 the third of 8 machines, in 4 processes
  nanproof check --watch src                            again after each change, until Ctrl-C
  git ls-files '*.py' | nanproof check --files-from -   files that another program names
  nanproof check --stdin-filename src/a.py - < a.py     a text that is in no file yet
"""
