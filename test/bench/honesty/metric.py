#!/usr/bin/python3
"""People who answer a rating scale and a forced-choice form of the same five traits with the same true traits.

  metric.py PEOPLE SEED FORM NORM    FORM: psql -At of the form's pairs (below); NORM: ipip_ffm_50.json

Writes a line a person: number, true traits, answers to the 50 items, answers to the pairs, as COPY reads them. Traits are normal with the
norm's correlations, corrected for unreliability. An item is one factor, cut into five categories: mean, SD and covariances of the
answers are the norm's. A pair follows the form's own Thurstonian model.
"""
import json
import math
import random
import sys

ORDER = ["openness", "conscientiousness", "extraversion", "agreeableness", "neuroticism"]
# Trait and direction of the 50 items in the shipped order: extraversion, agreeableness, conscientiousness, neuroticism, openness.
CYCLE = [2, 3, 1, 4, 0]
N_ITEMS, CUTS = 50, (1.5, 2.5, 3.5, 4.5)


def density(x):
    return math.exp(-0.5 * x * x) / math.sqrt(2 * math.pi)


def below(x):
    return 0.5 * math.erfc(-x / math.sqrt(2))


def cholesky(matrix):
    n = len(matrix)
    lower = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            rest = matrix[i][j] - sum(lower[i][k] * lower[j][k] for k in range(j))
            lower[i][j] = math.sqrt(rest) if i == j else rest / lower[j][j]
    return lower


def loadings(correlation):
    """One common factor by iterated principal factors."""
    n = len(correlation)
    communality = [0.5] * n
    for _ in range(200):
        reduced = [[communality[i] if i == j else correlation[i][j] for j in range(n)] for i in range(n)]
        vector = [1.0 if correlation[0][i] > 0 else -1.0 for i in range(n)]
        for _ in range(50):
            vector = [sum(r * v for r, v in zip(row, vector)) for row in reduced]
            size = math.sqrt(sum(v * v for v in vector))
            vector = [v / size for v in vector]
        communality = [min(size * v * v, 0.98) for v in vector]
    return [math.copysign(math.sqrt(c), v) for c, v in zip(communality, vector)]


def categories(location, spread):
    """Mean, SD of round(location + spread y) within 1 to 5, and its correlation with y, y normal."""
    cuts = [(c - location) / spread for c in CUTS]
    shares = [1 - below(c) for c in cuts]  # above each cut
    mean = 1 + sum(shares)
    square = 1 + sum((2 * k + 1) * s for k, s in enumerate(shares, 1))
    sd = math.sqrt(square - mean * mean)
    return mean, sd, sum(density(c) for c in cuts) / sd


def fit(mean, sd):
    """Location and spread that give an item's mean and SD: fixed-point steps, which converge since both move together."""
    location, spread = mean, sd
    for _ in range(500):
        m, s, _ = categories(location, spread)
        location += 0.8 * (mean - m)
        spread *= (sd / s) ** 0.8
    return location, spread


def population(norm):
    mean, covariance = norm["item_mean"], norm["item_covariance"]
    sd = [math.sqrt(covariance[i][i]) for i in range(N_ITEMS)]
    items, composite = [None] * N_ITEMS, [[0.0] * N_ITEMS for _ in ORDER]
    alpha = [0.0] * 5
    for place in range(5):
        trait, own = CYCLE[place], range(place, N_ITEMS, 5)
        correlation = [[covariance[i][j] / (sd[i] * sd[j]) for j in own] for i in own]
        found = loadings(correlation)
        direction = KEYS[place]
        if found[0] * direction < 0:
            found = [-x for x in found]
        for i, loading in zip(own, found):
            location, spread = fit(mean[i], sd[i])
            latent = max(-0.97, min(0.97, loading / categories(location, spread)[2]))
            items[i] = (trait, location, spread, latent, math.sqrt(1 - latent * latent))
            composite[trait][i] = math.copysign(1.0, loading)
        total = sum(composite[trait][i] * composite[trait][j] * covariance[i][j] for i in own for j in own)
        alpha[trait] = 10 / 9 * (1 - sum(covariance[i][i] for i in own) / total)
    def product(one, other):
        return sum(one[i] * other[j] * covariance[i][j] for i in range(N_ITEMS) if one[i] for j in range(N_ITEMS) if other[j])
    variance = [product(c, c) for c in composite]
    true = [[1.0 if i == j else product(composite[i], composite[j]) / math.sqrt(variance[i] * variance[j] * alpha[i] * alpha[j])
             for j in range(5)] for i in range(5)]
    return items, true


KEYS = [1, -1, 1, 1, 1]  # of the first item of each trait, in the shipped order


def main():
    people, seed, form_file, norm_file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
    draw = random.Random(seed)
    items, true = population(json.load(open(norm_file)))
    lower = cholesky(true)
    pairs = []
    for line in open(form_file):  # left trait|loading|intercept|right trait|loading|intercept
        lt, ll, li, rt, rl, ri = line.rstrip("\n").split("|")
        psi = sum(max(1 - float(x) ** 2, 0.01) for x in (ll, rl))
        scale = 1 / math.sqrt(psi)
        pairs.append((ORDER.index(lt), ORDER.index(rt), scale * float(ll), -scale * float(rl), scale * (float(li) - float(ri))))
    gauss, uniform = draw.gauss, draw.random
    for person in range(1, people + 1):
        z = [gauss(0, 1) for _ in range(5)]
        theta = [sum(l * x for l, x in zip(row, z)) for row in lower]
        ratings = [min(5, max(1, round(location + spread * (loading * theta[t] + rest * gauss(0, 1)))))
                   for t, location, spread, loading, rest in items]
        choices = [1 if uniform() < below(c + a * theta[l] + b * theta[r]) else 2 for l, r, a, b, c in pairs]
        print(person, *("{%s}" % ",".join(map(str, x)) for x in (theta, ratings, choices)), sep="\t")


main()
