"""Reads disagreements (`validator <tab> verdict <tab> document`) and fails on those that the table does not explain."""

import csv
import json
import sys
from collections import Counter
from pathlib import Path


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from texts(member)
    elif isinstance(value, list):
        for element in value:
            yield from texts(element)


CLASSES = {"line-break-at-the-end": lambda document: any(text.endswith("\n") for text in texts(document))}

with open(Path(__file__).with_name("divergences.tsv"), encoding="utf-8", newline="") as table:
    known = {(row["validator"], row["verdict"]): row["class"] for row in csv.DictReader(table, delimiter="\t")}

counts = Counter()
unexplained = 0
for line in sys.stdin:
    validator, verdict, text = line.rstrip("\n").split("\t", 2)
    kind = known.get((validator, verdict))
    if kind and CLASSES[kind](json.loads(text)):
        counts[validator, verdict, kind] += 1
    else:
        unexplained += 1
        print(f"unexplained: {validator} {verdict} {text}")
for (validator, verdict, kind), count in sorted(counts.items()):
    print(f"{validator} {verdict} {count} documents: {kind}")
# what no longer happens has no place in the table
for validator, verdict in known.keys() - {(validator, verdict) for validator, verdict, _ in counts}:
    if any(validator == name for name, *_ in counts) or "--all" in sys.argv:
        unexplained += 1
        print(f"the table is out of date: {validator} {verdict} nothing")
sys.exit(1 if unexplained else 0)
