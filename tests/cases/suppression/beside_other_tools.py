# What a line says to other tools is theirs: it silences nothing of ours, is not judged, and stands in nobody's way.

import torch


def losses(x):
    p = torch.softmax(x, -1)
    a = torch.log(p)  # type: ignore  # nanproof: ignore[NAN101]
    b = torch.log(p)  # noqa: E501,NAN101
    c = torch.log(p)  # noqa:E501,W291, NAN101 because it is read once
    d = torch.log(p)  # noqa: E501 # nanproof: ignore[NAN101]
    e = torch.log(p)  # pylint: disable=invalid-name, # nanproof: ignore
    f = torch.log(p)  # pylint: disable=invalid-name  # nanproof: ignore[NAN101]
    g = torch.log(p)  # nanproof: ignore[NAN101] # type: ignore # noqa: E501
    h = torch.log(p)  # noqa: NAN101  # type: ignore
    return a, b, c, d, e, f, g, h


def told_all_the_same(x):
    p = torch.softmax(x, -1)
    a = torch.log(p)  # noqa: E501
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    b = torch.log(p)  # noqa
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    #                 ^^^^^^ NAN903 information: `# noqa` is for other tools, and does not silence NAN101
    # fixed: nothing
    c = torch.log(p)  # type: ignore
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    d = torch.log(p)  # pylint: disable=invalid-name
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    return a, b, c, d


def of_no_use(p):
    a = torch.log(p.square() + 1)  # noqa: E501
    b = torch.log(p.square() + 1)  # type: ignore  # nanproof: ignore[NAN101]
    #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore[NAN101]` silences nothing
    # fixed:
    # removes: # nanproof: ignore[NAN101]
    c = torch.log(p.square() + 1)  # pylint: disable=invalid-name, # nanproof: ignore
    #                                                              ^^^^^^^^^^^^^^^^^^ NAN901 information: `# nanproof: ignore` silences nothing
    # fixed:
    # removes: # nanproof: ignore
    d = torch.log(p.square() + 1)  # noqa: E501,NAN101
    #                              ^^^^^^^^^^^^^^^^^^^ NAN901 information: `NAN101` finds nothing to silence here
    # fixed: # noqa: E501
    return a, b, c, d
