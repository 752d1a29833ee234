"""Peer of hla.sh: names of HLA alleles, a line each, matched by a regular expression; and made canonical with it.

Milliseconds of the processor, of both."""
import re
import sys
import time

NAME = re.compile(r"(?:HLA-)?(A|B|Cw?|DRB[1-9]|DQA1|DQB1|DPA1|DPB1)\*(\d{2,4})(?::(\d{2,4}))?(?::(\d{2,4}))?(?::(\d{2,4}))?"
                  r"([NLSCAQPGg])?", re.I)


def match(names):
    for name in names:
        if NAME.fullmatch(name) is None:
            raise ValueError(name)


def canonical(names):
    for name in names:
        gene, first, second, third, fourth, suffix = NAME.fullmatch(name).groups()
        if second is None and len(first) == 4:
            first, second = first[:2], first[2:]
        fields = ":".join(field for field in (first, second, third, fourth) if field)
        gene.upper() + "*" + fields + (suffix or "")


names = sys.stdin.read().split("\n")[:-1]
for work in match, canonical:
    start = time.process_time()
    work(names)
    print("%.1f" % (1000 * (time.process_time() - start)), end=" ")
print()
