"""Peers of graph.sh: a walk over a graph of commits with dictionaries and sets, a forecast by drawing. Milliseconds."""
import sys
import time


def walk():
    start = time.perf_counter()
    parents = {}
    lines = iter(sys.stdin)
    for line in lines:
        if line == "heads\n":
            break
        child, parent = line.split()
        parents.setdefault(int(child), [])
        if parent != "\\N":
            parents[int(child)].append(int(parent))
    heads = [int(line) for line in lines]
    first = {}
    for position, head in enumerate(heads, 1):
        waiting = [head]
        while waiting:
            commit = waiting.pop()
            if commit in first or commit not in parents:
                continue
            first[commit] = position
            waiting.extend(parents[commit])
    return time.perf_counter() - start


def draws():
    import numpy
    past = numpy.array([1, 2, 0, 2, 3, 5, 1, 2, 0, 0, 0, 5, 2, 3, 1, 12, 3, 0, 0, 7, 5, 2, 0, 2, 0, 1])
    random = numpy.random.default_rng(1)
    start = time.perf_counter()
    numpy.quantile(random.choice(past, (100000, 12)).sum(axis=1), [0.5, 0.15, 0.05])
    return time.perf_counter() - start


print("%.0f" % (1000 * {"walk": walk, "draws": draws}[sys.argv[1]]()))
