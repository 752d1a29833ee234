#!/usr/bin/python3
"""The peer outside of the server: COPY the rows to the client, score them with pandas. Prints seconds, then the number of facilities.

usage: score.py   (connection from PGHOST, PGUSER, PGDATABASE)
"""
import io
import time

import numpy as np
import pandas as pd
import psycopg2


def slope(frame):
    """Slope of value on step by facility and metric, from sums."""
    step, value = frame["step"].to_numpy(), frame["value"].to_numpy()
    sums = pd.DataFrame({"metric": frame["metric"], "facility": frame["facility"], "n": 1.0, "t": step, "y": value, "tt": step * step,
                         "ty": step * value}).groupby(["metric", "facility"]).sum()
    return (sums["n"] * sums["ty"] - sums["t"] * sums["y"]) / (sums["n"] * sums["tt"] - sums["t"] ** 2)


def percentile(frame, column, by):
    rank = frame.groupby(by)[column].rank(method="average")
    return 100 * (rank - 0.5) / frame.groupby(by)[column].transform("count")


def classify(d):
    x, sp, acc = d["x"], d["slope_percentile"], d["acceleration"]
    position = np.select([x <= -1.5, x <= -.5, x < .5, x < 1, x < 2], [0, 1, 2, 3, 4], 5)
    trend = np.select([sp.isna(), sp < 10, sp < 30, sp < 70, sp < 90], [2, 0, 1, 2, 3], 4)
    momentum = np.select([acc.isna() | (acc.abs() <= .005), acc > 0], [0, 1], 2)
    consistent = d["sd_z"] < .5
    spike = (d["max_abs_z"] >= 2) & (d["max_abs_z"] - x.abs() >= 1)
    high, worse, better = position >= 4, trend >= 3, trend <= 1
    kind = np.select(
        [x.isna() | (d["periods"] < 3), spike & ~consistent, high & worse & ((position == 5) | (momentum == 1)), high & worse,
         high & better, position == 5, (position == 0) & (trend == 2) & consistent, (x < .5) & better,
         ((position == 2) | (position == 3)) & worse],
        [0, 1, 2, 3, 4, 3, 5, 6, 7], 8)
    s = np.select([sp.isna(), sp < 20, sp < 40, sp < 60, sp < 80], [0, -2, -1, 0, 1], 2)
    z = np.select([x < -1, x < -.5, x < .5, x < 1], [-2, -1, 0, 1], 2)
    some = (x >= .5).astype(int)
    severity = np.select(
        [kind == 3, kind == 6, kind == 7, kind == 8],
        [np.clip(85 + s + some, 81, 90), np.clip(19 + s - 2 * (acc < -.01), 13, 25),
         np.clip(65 + s + np.select([acc > .01, acc > .005], [2, 1], 0) + some, 60, 70), np.clip(42 + s + z, 26, 59)],
        np.array([50, 78, 95, 0, 73, 6, 0, 0, 0])[kind])
    return kind, severity


started = time.monotonic()
with psycopg2.connect("") as connection, connection.cursor() as cursor:
    stream = io.BytesIO()
    cursor.copy_expert("COPY bench.observation TO STDOUT CSV", stream)
stream.seek(0)
rows = pd.read_csv(stream, names=["metric", "facility", "period", "value"])
node = rows[rows["period"].isna()].copy()
group = node.groupby("metric")["value"]
node["z"] = (node["value"] - group.transform("mean")) / np.maximum(group.transform("std", ddof=0), .01)
median = group.transform("median")
mad = 1.4826 * (node["value"] - median).abs().groupby(node["metric"]).transform("median")
node["robust_z"] = (node["value"] - median) / np.maximum(mad, .01)
node["percentile"] = percentile(node, "value", "metric")
month = rows[rows["period"].notna()].copy()
period = month["period"].astype(int)
month["step"] = period // 100 * 12 + period % 100
month["step"] -= month.groupby("metric")["step"].transform("min")
group = month.groupby(["metric", "period"])["value"]
month["z"] = (month["value"] - group.transform("mean")) / np.maximum(group.transform("std", ddof=0), .05)
month["size"] = month["z"].abs()
group = month.groupby(["metric", "facility"])
site = pd.DataFrame({"mean_z": group["z"].mean(), "sd_z": group["z"].std(ddof=0), "max_abs_z": group["size"].max(),
                     "periods": group["z"].count(), "slope": slope(month)})
half = (month["step"].max() + 1) // 2
site["acceleration"] = slope(month[month["step"] >= half]) - slope(month[month["step"] < half])
few = site["periods"] < 6
site.loc[few, ["slope", "acceleration"]] = np.nan
site = site.reset_index()
site["slope_percentile"] = percentile(site, "slope", "metric")
out = node.merge(site, how="left", on=["metric", "facility"])
out["x"] = out["mean_z"].fillna(out["z"])
out["type"], out["severity"] = classify(out)
print(f"{time.monotonic() - started:.3f}")
print(len(out))
