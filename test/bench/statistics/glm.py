#!/usr/bin/python3
"""The peer of harmony.logistic outside of the server: binary COPY, decoded by NumPy, fitted by statsmodels. Prints seconds.

usage: glm.py TABLE   (connection from PGHOST, PGUSER, PGDATABASE; the table has eleven float8 columns, y first)
"""
import io
import sys
import time

import numpy
import psycopg2
from statsmodels.api import Logit

COLUMNS = 11
started = time.monotonic()
with psycopg2.connect("") as connection, connection.cursor() as cursor:
    stream = io.BytesIO()
    cursor.copy_expert(f"COPY {sys.argv[1]} TO STDOUT (FORMAT binary)", stream)
# A header of 19 bytes; a row is a count of fields and, for each, its length and eight bytes; the end is a count of -1.
fields = [("count", ">i2")] + [part for k in range(COLUMNS) for part in ((f"length{k}", ">i4"), (f"value{k}", ">f8"))]
row = numpy.dtype(fields)
body = stream.getbuffer()[19:-2]
rows = numpy.frombuffer(body, dtype=row)
data = numpy.column_stack([rows[f"value{k}"] for k in range(COLUMNS)]).astype(float)
x = numpy.column_stack([numpy.ones(len(data)), data[:, 1:]])
fit = Logit(data[:, 0], x).fit(disp=0)
fit.bse
print(f"{time.monotonic() - started:.3f}")
print(" ".join(f"{c:.12g}" for c in fit.params))
