"""Tries to sign in over HTTP, one at a time: an address that nobody has, a wrong password, an account that is not active, in random order.
The buckets of the rate limits are emptied before each. Prints lines of kind, tab, milliseconds.

    login.py PORT TRIES DATABASE, with libpq's variables for the server
"""
import http.client
import json
import random
import sys
import time

import psycopg2

port, tries, database = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
EMAILS = {"unknown": "nobody@example.org", "wrong": "active@example.org", "inactive": "inactive@example.org"}
# Of the account that is not active the password is right.
PASSWORDS = {"unknown": "not the one of anybody", "wrong": "not the one of anybody", "inactive": "correct horse battery staple"}

owner = psycopg2.connect(dbname=database)
owner.autocommit = True
cursor = owner.cursor()
gateway = http.client.HTTPConnection("127.0.0.1", port)


def attempt(kind):
    cursor.execute("DELETE FROM platform.rate_bucket")
    body = json.dumps({"email": EMAILS[kind], "password": PASSWORDS[kind], "cookie": False})
    before = time.perf_counter()
    gateway.request("POST", "/api/rpc/login", body, {"Content-Type": "application/json"})
    answer = gateway.getresponse()
    text = answer.read()
    took = (time.perf_counter() - before) * 1e3
    if answer.status != 401:
        sys.exit(f"{kind}: answered {answer.status} {text.decode()}")
    return took, text


order = list(EMAILS) * tries
random.shuffle(order)
for warm_up in list(EMAILS) * 10:
    attempt(warm_up)
texts = set()
for kind in order:
    took, text = attempt(kind)
    texts.add(text)
    print(f"{kind}\t{took:.6f}")
if len(texts) != 1:
    sys.exit(f"the answers differ: {texts}")
