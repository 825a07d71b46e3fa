"""Where Python looks for modules: never in the folder that nanproof happens to be started in.

That folder is most often the project to be looked at, and a `re.py` of the project must not run. `python -m` puts it
first, and so does an empty entry of PYTHONPATH. This module runs before all others, so it imports only what Python
itself has imported already: not even `__future__`, which is a file that a project could have.
"""

import os
import sys

SAFE_PATH = "PYTHONSAFEPATH"


def keep_out_the_working_folder() -> None:
    """Stop looking for modules in the working folder, here and in the processes that this one starts."""
    try:
        here = os.getcwd()
    except OSError:
        here = os.sep  # the folder is gone, and nothing can be found in it
    own = os.path.dirname(os.path.dirname(__file__))
    standard = os.path.dirname(os.__file__)
    sys.path[:] = without_working_folder(sys.path, here, own, standard, os.environ.get("PYTHONPATH", ""))
    os.environ[SAFE_PATH] = "1"


def without_working_folder(path: list[str], here: str, own: str, standard: str, python_path: str) -> list[str]:
    """Return `path` without the folder `here`, and without what `python_path` names relative to it.

    What comes after the standard library was installed on purpose, even where somebody stands in it; so was `own`,
    the folder that nanproof comes from. Another absolute entry of PYTHONPATH is the user's own word.
    """

    def place(entry: str) -> str:
        return os.path.normcase(os.path.normpath(os.path.join(here, entry)))

    relative = (entry for entry in python_path.split(os.pathsep) if not os.path.isabs(entry))
    doubtful = {place(entry) for entry in ("", *relative)} - {place(own)}
    places = [place(entry) for entry in path]
    installed = places.index(place(standard)) if place(standard) in places else len(path)
    return [entry for index, entry in enumerate(path) if index >= installed or places[index] not in doubtful]
