"""The Python application that insert.sh compares with: psycopg2 and NumPy score a submission and keep the profile.

insert.py answers N                          N lines "{answers} {response_ms}" for pgbench
insert.py check PERSONS N                    N submissions through application and triggers give the same documents
insert.py KIND PERSONS SECONDS               submissions a second, CPU us each; KIND: bare_py harmony_py app app_tuned
"""
import json
import os
import random
import sys
import time

import numpy as np
import psycopg2

CODE = "ipip-ffm-50"
COMPLETENESS = ("conscientiousness", "agreeableness", "neuroticism", "extraversion", "openness", "logical",
                "numerical", "verbal", "intrinsic", "identified", "amotivation", "resilience")


def person(i):
    return f"00000000-0000-4000-8000-{i:012d}"


def submissions(seed, n):
    """Answers and times of people who read the items, with a few who do not."""
    rng = np.random.default_rng(seed)
    out = []
    for _ in range(n):
        answers = np.clip(np.rint(rng.normal(3.2, 1.1, 50)), 1, 5).astype(int)
        times = rng.integers(1500 if rng.random() < 0.05 else 2200, 8000, 50)
        if rng.random() < 0.05:
            answers[:20] = 3
        out.append((answers.tolist(), times.tolist()))
    return out


class Instrument:
    """What the application keeps of an instrument for as long as it runs."""

    def __init__(self, cursor, code):
        cursor.execute("""SELECT k.instrument_id, k.instrument, k.keyed, k.traits, i.scale_min, i.scale_max
            FROM assessment.scoring_key k JOIN assessment.instrument i ON i.id = k.instrument_id
            WHERE i.code = %s""", (code,))
        self.id, self.name, keyed, traits, self.low, self.high = cursor.fetchone()
        cursor.execute("SELECT code, family FROM assessment.trait")
        self.family = dict(cursor.fetchall())
        cursor.execute("SELECT instrument_id, instrument FROM assessment.scoring_key")
        self.instruments = dict(cursor.fetchall())
        self.traits = list(dict.fromkeys(traits))
        traits = np.array(traits)
        # x = sign * answer + shift turns reversed items around; `members` sums items into traits.
        reverse = np.array(keyed) < 0
        self.sign = np.where(reverse, -1.0, 1.0)
        self.shift = np.where(reverse, float(self.low + self.high), 0.0)
        self.members = np.array([traits == t for t in self.traits], dtype=float)
        self.n_items = self.members.sum(axis=1)
        odd = np.zeros(len(keyed), dtype=bool)
        for t in self.traits:
            odd[np.flatnonzero(traits == t)[::2]] = True
        self.odd, self.even = self.members * odd, self.members * ~odd
        self.prepare_quality(cursor)


    def prepare_quality(self, cursor):
        """The norm of the answers with its synonyms, the divisions into halves, and the cut-offs, once for all sheets."""
        cursor.execute("SELECT harmony.default_psychometrics_model()")
        model = cursor.fetchone()[0]
        self.cut, self.weights = model["response_quality"], model["careless"]["with_norm"]
        cursor.execute("SELECT item_mean, item_covariance FROM assessment.response_norm WHERE instrument_id = %s", (self.id,))
        self.mean, self.covariance = map(np.array, cursor.fetchone())
        deviation = np.sqrt(np.diag(self.covariance))
        correlation = self.covariance / np.outer(deviation, deviation)
        first, second = np.nonzero(np.triu(np.abs(correlation) > self.cut["synonym_correlation"], 1))
        self.pairs = first, second, correlation[first, second] < 0
        self.inverse = np.linalg.inv(self.covariance)
        cursor.execute("""SELECT (harmony.response_quality(array_fill(3::smallint, ARRAY[g]), array_fill(1::smallint, ARRAY[g]),
              array_fill('a'::text, ARRAY[g]), 1, 5, NULL, array_fill(3::float8, ARRAY[g]),
              (SELECT array_agg(l ORDER BY i) FROM generate_series(1, g) i CROSS JOIN LATERAL (
                 SELECT array_agg((i = j)::integer::float8 ORDER BY j) FROM generate_series(1, g) j) v (l)))).mahalanobis_cutoff
            FROM generate_series(1, %s) g""", (len(self.mean),))
        self.far = [row[0] for row in cursor.fetchall()]
        self.halves = self.divisions()

    def divisions(self):
        """100 random halves of each trait's items, drawn as src/core/psychometrics/split_halves.cpp draws them."""
        mask, state = 2**64 - 1, 20160
        halves = np.zeros((100, self.members.shape[1]))
        items = [list(np.flatnonzero(row)) for row in self.members]
        for half in halves:
            for scale in items:
                for k in range(len(scale) // 2):
                    state = (state + 0x9E3779B97F4A7C15) & mask
                    z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
                    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
                    z ^= z >> 31
                    j = k + (((z >> 32) * (len(scale) - k)) >> 32)
                    scale[k], scale[j] = scale[j], scale[k]
                    half[scale[k]] = 1.0
        return halves

    def resampled(self, keyed, answered):
        first = np.where(answered, keyed, 0.0) * self.halves @ self.members.T
        n_first = answered * self.halves @ self.members.T
        second, n_second = self.members @ keyed - first, self.members @ answered - n_first
        both = (n_first > 0) & (n_second > 0)
        n = both.sum(axis=1, keepdims=True)
        with np.errstate(invalid="ignore", divide="ignore"):
            x, y = np.where(both, first / n_first, 0.0), np.where(both, second / n_second, 0.0)
            x, y = np.where(both, x - x.sum(axis=1, keepdims=True) / n, 0.0), np.where(both, y - y.sum(axis=1, keepdims=True) / n, 0.0)
        xx, yy, xy = (x * x).sum(axis=1), (y * y).sum(axis=1), (x * y).sum(axis=1)
        judged = (n[:, 0] >= 3) & (xx > 1e-12) & (yy > 1e-12)
        if 2 * judged.sum() < 100:
            return None
        r = xy[judged] / np.sqrt(xx[judged] * yy[judged])
        return round(float(np.where(r <= -1 / 3, -1.0, 2 * r / (1 + np.maximum(r, -1 / 3))).mean()), 9)

    def synonyms(self, given, answered):
        first, second, opposite = self.pairs
        known = answered[first] & answered[second]
        x, y = given[first][known], np.where(opposite, self.low + self.high - given[second], given[second])[known]
        if known.sum() < self.cut["synonym_pairs"] or x.std() == 0 or y.std() == 0:
            return None
        return round(float(np.corrcoef(x, y)[0, 1]), 9)

    def distance(self, given, answered):
        if answered.all():
            d = given - self.mean
            return float(d @ self.inverse @ d)
        d = (given - self.mean)[answered]
        return float(d @ np.linalg.solve(self.covariance[np.ix_(answered, answered)], d)) if d.size > 1 else None

    def probability(self, resampled, synonyms, distance, n):
        """Of a careless sheet; only where there is a distance."""
        w, s = self.weights, 2 / (9 * n)
        if n < self.cut["answers_a_scale"] * len(self.traits):
            resampled = None
        signs = {"resampled_reliability": resampled, "synonym_consistency": synonyms,
                 "distance": ((distance / n) ** (1 / 3) - (1 - s)) / s ** 0.5}
        odds = w["intercept"] + sum(w[k] * (w["typical_" + k] if v is None else v) for k, v in signs.items())
        return round(1 / (1 + float(np.exp(-odds))), 9)


def longest_cycle(answers):
    longest = 0
    for period in range(1, 6):
        run = best = 0
        for a, b in zip(answers, answers[period:]):
            run = run + 1 if a == b and a is not None else 0
            best = max(best, run)
        longest = max(longest, best + period if best >= period else 0)
    return longest


def score(instrument, answers, times):
    """Trait scores (POMP) and the quality indices, as harmony.score_likert and harmony.response_quality define them."""
    given = np.array([np.nan if a is None else a for a in answers], dtype=float)
    answered = ~np.isnan(given)
    n = int(answered.sum())
    keyed = np.where(answered, instrument.sign * given + instrument.shift, 0.0)
    n_answered = instrument.members @ answered
    raw = instrument.members @ keyed
    width = instrument.high - instrument.low
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = 100.0 * (raw - n_answered * instrument.low) / (n_answered * width)
        odd = (instrument.odd @ keyed) / (instrument.odd @ answered)
        even = (instrument.even @ keyed) / (instrument.even @ answered)
    values = given[answered]
    flags = []
    times = np.array([t for t in times if t is not None], dtype=float) if times else np.empty(0)
    speeding = times.size > 0 and bool((times < 2000).mean() > 0.25 or np.median(times) < 1500)
    # The longest run: distances between the places where the answer changes.
    changes = np.flatnonzero(np.concatenate(([True], given[1:] != given[:-1], [True])))
    longest = int(np.diff(changes).max()) if n else 0
    longstring = longest >= 10 or longest >= 0.5 * len(answers)
    if speeding:
        flags.append("SPEEDING")
    if longstring:
        flags.append("LONGSTRING")
    cycle = longest_cycle(answers)
    cycling = cycle > longest and cycle >= instrument.cut["cycle"]
    if cycling:
        flags.append("CYCLING")
    if n and ((values == instrument.low) | (values == instrument.high)).mean() > 0.70:
        flags.append("EXTREME")
    if n > 1 and values.std(ddof=1) < 0.5 * width / 4:
        flags.append("LOW_VARIABILITY")
    both = ~(np.isnan(odd) | np.isnan(even))
    if both.sum() >= 3:
        x, y = odd[both] - odd[both].mean(), even[both] - even[both].mean()
        xx, yy = x @ x, y @ y
        if xx > 0 and yy > 0:
            r = (x @ y) / np.sqrt(xx * yy)
            if (-1.0 if r <= -1 / 3 else 2 * r / (1 + r)) < 0.3:
                flags.append("INCONSISTENT")
    resampled, synonyms = instrument.resampled(keyed, answered), instrument.synonyms(given, answered)
    if resampled is not None and resampled < instrument.cut["resampled_reliability"]:
        flags.append("UNSTABLE")
    if synonyms is not None and synonyms < instrument.cut["synonym_consistency"]:
        flags.append("SYNONYMS")
    distance = instrument.distance(given, answered)
    if distance is not None and distance > instrument.far[n - 1]:
        flags.append("OUTLIER")
    if n < 0.80 * len(answers):
        flags.append("INCOMPLETE")
    n_signs = len(flags) - max(0, len({"INCONSISTENT", "UNSTABLE", "SYNONYMS"} & set(flags)) - 1)
    careless = distance is not None and instrument.probability(resampled, synonyms, distance, n) > instrument.weights["cutoff"]
    reliable = not (speeding or longstring or cycling or n_signs >= 2 or careless)
    enough = 2 * n_answered >= instrument.n_items
    return [(t, r, int(k), int(a), s) for t, r, k, a, s, e in
            zip(instrument.traits, raw.tolist(), instrument.n_items, n_answered, scores.tolist(), enough) if e], \
        flags, reliable


def snapshot(family_of, results):
    """The profile document from the best result of each trait: {trait: (score, reliable, instrument, flags)}."""
    families = {}
    for trait, (value, _, _, _) in results.items():
        family = family_of[trait]
        families.setdefault(family, {})[trait] = value / 100 if family == "leadership_preferences" else value
    document = {"version": 1}
    estimated = []
    if "cognitive" in families:
        families["cognitive"]["gca"] = float(np.mean(list(families["cognitive"].values())))
    if "neuroticism" in results:
        document["emotional_stability"] = round(100 - results["neuroticism"][0], 1)
    if "leadership_preferences" not in families:
        o, c, e, a = (results[t][0] if t in results else None
                      for t in ("openness", "conscientiousness", "extraversion", "agreeableness"))
        guess = {}
        if o is not None and c is not None:
            guess["autonomy"] = (0.6 * o + 0.4 * (100 - c)) / 100
            guess["structure"] = (0.7 * c + 0.3 * (100 - o)) / 100
        if e is not None and a is not None:
            guess["feedback"] = (0.5 * e + 0.5 * a) / 100
        if guess:
            families["leadership_preferences"] = guess
            estimated.append("leadership_preferences")
    for family, traits in families.items():
        decimals = 2 if family == "leadership_preferences" else 1
        if list(traits) == [family]:
            document[family] = round(traits[family], decimals)
        else:
            document[family] = {t: round(v, decimals) for t, v in traits.items()}
    document["quality"] = {
        "completeness": round(sum(t in results for t in COMPLETENESS) / len(COMPLETENESS), 2),
        "flags": sorted({f for r in results.values() for f in r[3]}),
        "instruments": sorted({r[2] for r in results.values()}),
        "estimated": estimated,
        "unreliable": sorted(t for t, r in results.items() if not r[1])}
    return document


PREPARE = """
PREPARE lock (uuid) AS SELECT FROM bench.profile WHERE person_id = $1 FOR UPDATE;
PREPARE submit (uuid, int, smallint[], int[]) AS
  INSERT INTO bench.submission (person_id, instrument_id, answers, response_ms) VALUES ($1, $2, $3, $4)
  RETURNING id, submitted_at;
PREPARE newest (uuid) AS SELECT DISTINCT ON (trait) trait, score, reliable, instrument_id, flags
  FROM bench.result WHERE person_id = $1 ORDER BY trait, reliable DESC, measured_at DESC;
PREPARE results (uuid, bigint, int, timestamptz, bool, text[], text[], float8[], int[], int[], float8[]) AS
  INSERT INTO bench.result (person_id, submission_id, trait, instrument_id, measured_at, raw, n_items, n_answered,
    score, reliable, flags)
  SELECT $1, $2, t, $3, $4, r, k, a, s, $5, $6 FROM unnest($7, $8, $9, $10, $11) u (t, r, k, a, s);
PREPARE results_own (uuid, int, bool, text[], text[], float8[], int[], int[], float8[]) AS
  INSERT INTO bench.result (person_id, submission_id, trait, instrument_id, measured_at, raw, n_items, n_answered,
    score, reliable, flags)
  SELECT $1, currval('bench.submission_id_seq'), t, $2, now(), r, k, a, s, $3, $4
  FROM unnest($5, $6, $7, $8, $9) u (t, r, k, a, s);
PREPARE keep (uuid, jsonb) AS
  UPDATE bench.profile SET psychometric_snapshot = $2, snapshot_updated_at = now(), snapshot_version = 1
  WHERE person_id = $1;
PREPARE bare (uuid, int, smallint[], int[]) AS
  INSERT INTO bench.bare (person_id, instrument_id, answers, response_ms) VALUES ($1, $2, $3, $4);
PREPARE harmony (uuid, int, smallint[], int[]) AS
  INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms) VALUES ($1, $2, $3, $4);
"""


class Application:
    def __init__(self):
        self.connection = psycopg2.connect("")
        self.cursor = self.connection.cursor()
        self.cursor.execute(PREPARE)
        self.instrument = Instrument(self.cursor, CODE)
        self.connection.commit()
        self.connection.autocommit = True

    def cpu(self):
        """Seconds of CPU that this process and its server process have used."""
        with open(f"/proc/{self.connection.info.backend_pid}/stat", encoding="ascii") as stat:
            ticks = stat.read().rpartition(")")[2].split()[11:13]
        return time.process_time() + sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")

    def single(self, statement, who, answers, times):
        self.cursor.execute(f"EXECUTE {statement} (%s, %s, %s::smallint[], %s)", (who, self.instrument.id, answers, times))

    def bare_py(self, who, answers, times):
        self.single("bare", who, answers, times)

    def harmony_py(self, who, answers, times):
        self.single("harmony", who, answers, times)

    def document(self, newest, scores, flags, reliable):
        """The new results take the place of the stored ones where they are as good or better."""
        best = {t: (s, ok, self.instrument.instruments[i], f) for t, s, ok, i, f in newest}
        for trait, _, _, _, value in scores:
            if reliable or trait not in best or not best[trait][1]:
                best[trait] = (value, reliable, self.instrument.name, flags)
        return json.dumps(snapshot(self.instrument.family, best))

    def app(self, who, answers, times):
        """A call a statement: lock the person, insert, read, compute, write, commit."""
        execute, instrument = self.cursor.execute, self.instrument
        execute("BEGIN")
        execute("EXECUTE lock (%s)", (who,))
        execute("EXECUTE submit (%s, %s, %s::smallint[], %s)", (who, instrument.id, answers, times))
        submission, at = self.cursor.fetchone()
        execute("EXECUTE newest (%s)", (who,))
        newest = self.cursor.fetchall()
        scores, flags, reliable = score(instrument, answers, times)
        if scores:
            execute("EXECUTE results (%s, %s, %s, %s, %s, %s::text[], %s, %s, %s, %s, %s)",
                    (who, submission, instrument.id, at, reliable, flags, *map(list, zip(*scores))))
        execute("EXECUTE keep (%s, %s)", (who, self.document(newest, scores, flags, reliable)))
        execute("COMMIT")

    def app_tuned(self, who, answers, times):
        """The same statements in two round trips: nothing comes back between them but the newest results."""
        execute, instrument = self.cursor.execute, self.instrument
        execute("BEGIN; EXECUTE lock (%s); EXECUTE submit (%s, %s, %s::smallint[], %s); EXECUTE newest (%s)",
                (who, who, instrument.id, answers, times, who))
        newest = self.cursor.fetchall()
        scores, flags, reliable = score(instrument, answers, times)
        document = self.document(newest, scores, flags, reliable)
        if scores:
            execute("EXECUTE results_own (%s, %s, %s, %s::text[], %s, %s, %s, %s, %s); EXECUTE keep (%s, %s); COMMIT",
                    (who, instrument.id, reliable, flags, *map(list, zip(*scores)), who, document))
        else:
            execute("EXECUTE keep (%s, %s); COMMIT", (who, document))


def rate(kind, persons, seconds):
    application = Application()
    submit = getattr(application, kind)
    pool = submissions(1, 512)
    rng = random.Random(1)
    for i in range(20):  # plans and caches
        submit(person(rng.randint(1, persons)), *pool[i])
    n, start, cpu = 0, time.perf_counter(), application.cpu()
    while True:
        submit(person(rng.randint(1, persons)), *pool[n % len(pool)])
        n += 1
        elapsed = time.perf_counter() - start
        if elapsed >= seconds:
            return n / elapsed, 1e6 * (application.cpu() - cpu) / n


def check(persons, n):
    """Both ways of working must leave the same results and documents, or the comparison says nothing."""
    application = Application()
    rng = random.Random(2)
    for k, (answers, times) in enumerate(submissions(2, n)):
        who = person(rng.randint(1, persons))
        answers = [None if rng.random() < 0.1 else a for a in answers] if k % 5 == 0 else answers
        application.harmony_py(who, answers, times)
        (application.app if k % 2 else application.app_tuned)(who, answers, times)
    cursor = application.cursor
    cursor.execute("""SELECT p.psychometric_snapshot, b.psychometric_snapshot
        FROM assessment.profile p FULL JOIN bench.profile b USING (person_id)
        WHERE p.psychometric_snapshot IS DISTINCT FROM b.psychometric_snapshot""")
    # The last decimal may differ by the rounding of exact ties.
    for ours, peer in cursor.fetchall():
        if not alike(ours, peer):
            sys.exit(f"documents differ:\n{ours}\n{peer}")
    cursor.execute("""SELECT r, b FROM assessment.result r FULL JOIN bench.result b USING (person_id, submission_id, trait)
        WHERE (r.raw, r.n_items, r.n_answered, r.reliable, r.flags) IS DISTINCT FROM
              (b.raw, b.n_items, b.n_answered, b.reliable, b.flags) OR abs(r.score - b.score) > 1e-9 LIMIT 1""")
    different = cursor.fetchone()
    if different:
        sys.exit(f"results differ: {different}")


def alike(a, b):
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(alike(a[k], b[k]) for k in a)
    return abs(a - b) < 0.11 if isinstance(a, (int, float)) else a == b


if __name__ == "__main__":
    kind = sys.argv[1]
    if kind == "answers":
        for given, taken in submissions(1, int(sys.argv[2])):
            print("{" + ",".join(map(str, given)) + "}", "{" + ",".join(map(str, taken)) + "}")
    elif kind == "check":
        check(int(sys.argv[2]), int(sys.argv[3]))
    else:
        print(*rate(kind, int(sys.argv[2]), float(sys.argv[3])))
