"""Simulated sheets for careless.sh, and the fit of the weights of careless_probability.

careless.py rating KIND N SEED FILE    N sheets, "kind<TAB>{answers}<TAB>{response_ms}", from the norm in FILE (JSON: mean, covariance)
careless.py choice KIND N SEED FILE    the same of a test or a forced choice; FILE: its scoring key as JSON
careless.py fit NAME RATE SIGN… < signs    weights from lines "kind,sign,…" (empty: missing), and the cut-off that a share RATE of the
                                       attentive sheets is above (0: none); kinds that begin with attentive are attentive

Kinds of rating: attentive (a draw from the norm's normal distribution, rounded and held to the scale), attentive_heavy (the same with
the tails of Student's t with 8 degrees of freedom, as real people have), random (uniform), second_half (attentive, then uniform), straight
(one answer), cycle (2 to 5 answers repeated), speeder (attentive, but fast). Kinds of choice: attentive (by the model), random.
"""
import json
import math
import random
import sys
from operator import mul

LOW, HIGH = 1, 5


def cholesky(matrix):
    lower = []
    for i, row in enumerate(matrix):
        line = []
        for j in range(i + 1):
            rest = row[j] - sum(map(mul, line, lower[j] if j < i else line))
            line.append(rest / lower[j][j] if j < i else math.sqrt(rest))
        lower.append(line)
    return lower


def attentive(rng, mean, lower, stretch=1.0):
    z = [rng.gauss(0, 1) * stretch for _ in mean]
    return [min(HIGH, max(LOW, math.floor(m + sum(map(mul, line, z)) + 0.5))) for m, line in zip(mean, lower)]


def uniform(rng, n):
    return [rng.randint(LOW, HIGH) for _ in range(n)]


def cycle(rng, n):
    period = rng.randint(2, 5)
    while True:
        pattern = uniform(rng, period)
        if len(set(pattern)) > 1:
            return [pattern[i % period] for i in range(n)]


def rating(kind, rng, mean, lower):
    n = len(mean)
    times = [rng.randint(700, 1900) if kind == "speeder" else rng.randint(2200, 8000) for _ in mean]
    if kind == "attentive_heavy":
        df = 8
        return attentive(rng, mean, lower, math.sqrt((df - 2) / rng.gammavariate(df / 2, 2))), times
    if kind in ("attentive", "speeder"):
        return attentive(rng, mean, lower), times
    if kind == "second_half":
        return attentive(rng, mean, lower)[:n // 2] + uniform(rng, n - n // 2), times
    return {"random": uniform, "cycle": cycle, "straight": lambda r, k: [r.randint(LOW, HIGH)] * k}[kind](rng, n), times


def normal_cdf(x):
    return 0.5 * math.erfc(-x / math.sqrt(2))


def test_answers(rng, key):
    theta = rng.gauss(0, 1)
    for a, b, right in zip(key["discriminations"], key["difficulties"], key["correct"]):
        is_right = rng.random() < 1 / (1 + math.exp(-a * (theta - b)))
        yield right if is_right else rng.choice([o for o in range(key["scale_min"], key["scale_max"] + 1) if o != right])


def choice_answers(rng, key, lower):
    z = [rng.gauss(0, 1) for _ in lower]
    theta = {trait: sum(map(mul, line, z)) for trait, line in zip(key["trait_order"], lower)}
    names = ("traits", "left_loadings", "left_intercepts", "right_traits", "right_loadings", "right_intercepts")
    for left, ll, ml, right, lr, mr in zip(*(key[name] for name in names)):
        noise = math.sqrt(max(1 - ll * ll, 0.01) + max(1 - lr * lr, 0.01))
        yield 1 if rng.random() < normal_cdf((ml - mr + ll * theta[left] - lr * theta[right]) / noise) else 2


def choice(kind, rng, key):
    n = len(key["traits"])
    times = [rng.randint(5000, 30000) for _ in range(n)]
    if kind == "random":
        return [rng.randint(key["scale_min"], key["scale_max"]) for _ in range(n)], times
    if key["kind"] == "cognitive":
        return list(test_answers(rng, key)), times
    return list(choice_answers(rng, key, cholesky(key["trait_correlation"]))), times


def sheets(source, kind, n, seed, path):
    with open(path, encoding="utf-8") as file:
        given = json.load(file)
    rng = random.Random(f"{source} {kind} {seed}")
    lower = cholesky(given["covariance"]) if source == "rating" else None
    for _ in range(n):
        answers, times = rating(kind, rng, given["mean"], lower) if source == "rating" else choice(kind, rng, given)
        print(f"{kind}\t{{{','.join(map(str, answers))}}}\t{{{','.join(map(str, times))}}}")


# ---- the fit ----


def solve(matrix, right):
    lower = cholesky(matrix)
    y = []
    for line, value in zip(lower, right):
        y.append((value - sum(map(mul, line, y))) / line[-1])
    x = [0.0] * len(y)
    for i in reversed(range(len(y))):
        x[i] = (y[i] - sum(lower[k][i] * x[k] for k in range(i + 1, len(y)))) / lower[i][i]
    return x


def logistic(rows, outcomes, weights):
    """Maximum likelihood by Newton, both kinds weighing the same; a ridge of 1e-3 keeps separated kinds finite."""
    beta = [0.0] * len(rows[0])
    for _ in range(50):
        slope, curvature = [-1e-3 * b for b in beta], [[1e-3 * (i == j) for j in range(len(beta))] for i in range(len(beta))]
        for row, outcome, weight in zip(rows, outcomes, weights):
            p = 1 / (1 + math.exp(-max(-700, min(700, sum(map(mul, beta, row))))))
            for i, x in enumerate(row):
                slope[i] += weight * (outcome - p) * x
                for j in range(i + 1):
                    curvature[i][j] += weight * p * (1 - p) * x * row[j]
        for i in range(len(beta)):
            for j in range(i):
                curvature[j][i] = curvature[i][j]
        step = solve(curvature, slope)
        beta = [b + s for b, s in zip(beta, step)]
        if max(map(abs, step)) < 1e-10:
            return beta
    sys.exit("no fit")


def fit(name, rate, signs):
    kinds, values = [], []
    for line in sys.stdin:
        kind, *fields = line.rstrip("\n").split(",")
        kinds.append(kind)
        values.append([float(f) if f else None for f in fields])
    is_attentive = [kind.startswith("attentive") for kind in kinds]
    typical = []
    for column in zip(*values):
        known = [v for v, ok in zip(column, is_attentive) if ok and v is not None]
        typical.append(round(sum(known) / len(known), 2))
    rows = [[1.0] + [t if v is None else v for v, t in zip(row, typical)] for row in values]
    share = sum(is_attentive) / len(rows)
    weights = [0.5 / share if ok else 0.5 / (1 - share) for ok in is_attentive]
    beta = logistic(rows, [0 if ok else 1 for ok in is_attentive], weights)
    beta = [round(b, 2) for b in beta]
    scores = sorted(1 / (1 + math.exp(-sum(map(mul, beta, row)))) for row, ok in zip(rows, is_attentive) if ok)
    cutoff = round(scores[math.ceil(len(scores) * (1 - rate)) - 1] + 5e-4, 3) if rate > 0 else 1
    print(name, f"intercept {beta[0]},", *(f"{sign} {b} (typical {t})," for sign, b, t in zip(signs, beta[1:], typical)),
          f"false_alarms {rate}, cutoff {cutoff}")
    for kind in sorted(set(kinds)):
        of_kind = [1 / (1 + math.exp(-sum(map(mul, beta, row)))) > cutoff for row, k in zip(rows, kinds) if k == kind]
        print(f"  {kind}: {sum(of_kind) / len(of_kind):.3f} above")


if __name__ == "__main__":
    if sys.argv[1] == "fit":
        fit(sys.argv[2], float(sys.argv[3]), sys.argv[4:])
    else:
        sheets(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
