# A comment that silences nothing is told, and its fix leaves what other tools read in it; a reason goes only by hand.

import torch


def losses(x):
    p = torch.softmax(x, -1)
    a = torch.log(p + 1)  # nanproof: ignore[NAN101]
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore[NAN101]` silences nothing
    # fixed:
    # removes: # nanproof: ignore[NAN101]
    b = torch.log(p + 1)  # nanproof: ignore
    #                     ^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore` silences nothing
    # fixed:
    # removes: # nanproof: ignore
    c = torch.log(p + 1)  # noqa: E501, NAN101
    #                     ^^^^^^^^^^^^^^^^^^^^ NAN901 information: `NAN101` finds nothing to silence here
    # fixed: # noqa: E501
    d = torch.log(p + 1)  # nanproof: ignore[NAN101] see the paper
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore[NAN101]` silences nothing
    # fixed (unsafe):
    # removes: # nanproof: ignore[NAN101] see the paper
    e = torch.log(p + 1)  # nanproof: ignore[NAN101] see the paper  # type: ignore
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore[NAN101]` silences nothing
    # fixed (unsafe):
    f = torch.log(p + 1)  # type: ignore  # noqa: NAN101
    #                                     ^^^^^^^^^^^^^^ NAN901 information: `# noqa: NAN101` silences nothing
    # fixed:
    # removes: # noqa: NAN101
    # nanproof: ignore[unmasked-log]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore[unmasked-log]` silences nothing
# fixed:
# removes: # nanproof: ignore[unmasked-log]
    g = torch.log(p + 1)
    h = torch.log(p)  # nanproof: ignore[NAN101, NAN102, NAN103]
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: 2 of the rules that are named here find nothing to silence
    # fixed: # nanproof: ignore[NAN101]
    i = torch.log(p + 1)  # noqa
    j = torch.log(p + 1)  # noqa: E501
    k = torch.log(p + 1), "# nanproof: ignore"
    m = torch.log(p + 1)  # nanproof: ignore[NAN101, NAN901]
    return a, b, c, d, e, f, g, h, i, j, k, m
