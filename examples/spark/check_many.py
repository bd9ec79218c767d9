#!/usr/bin/env python3
"""Checks many small organisations on Spark, and shows that one process says the same.

    pip install -r examples/spark/requirements.txt          (needs Java 17 or later)
    cargo build --release --example check
    python3 examples/spark/check_many.py [ORGANISATIONS] [PARTITIONS]        [100000 8]

Each organisation is a line of JSON. Spark pipes the lines of a partition through one process of `check --ndjson`, which answers each
with a line: the report, in the same order. Nothing has to be installed on the workers but that one program.
"""

import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import time

from pyspark.sql import SparkSession

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHECK = [
    os.fspath(pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release" / "examples" / "check"),
    *("--ndjson", "--as-of", "2026-11-24", "-"),
]


def organisation(number):
    """A shop of three to eight people; every tenth has a fault, every thousandth line is no JSON."""
    staff = [f"staff-{nth}" for nth in range(2 + number % 6)]
    seats = [{"id": "head", "title": "Manager", "standing": {"kind": "head"}}]
    seats += [
        {"id": name, "title": "Müller & søn", "reporting": [{"kind": "solid", "superior": "head"}]} for name in staff
    ]
    for seat, substitute in zip(seats, [*staff, "head"]):
        seat["substitution"] = [
            {"kind": "absence", "substitute": {"kind": "position", "position": substitute}}
        ]
    fault = number // 10 % 4 if number % 10 == 0 else None
    if fault == 0:
        seats[-1]["reporting"][0]["superior"] = "heads"
    elif fault == 1:
        del seats[1]["substitution"]
    elif fault == 2:
        seats[1]["reporting"][0]["superior"] = "staff-1"
        seats[2]["reporting"][0]["superior"] = "staff-0"
    elif fault == 3:
        seats[0]["titel"] = seats[0].pop("title")
    line = json.dumps({"name": f"Shop {number}", "positions": seats}, ensure_ascii=False)
    return line[:-2] if number % 1000 == 999 else line


def main():
    count, partitions = (int(number) for number in (sys.argv[1:] + ["100000", "8"][len(sys.argv) - 1 :])[:2])
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "organisations.ndjson"
        file.write_text("".join(organisation(number) + "\n" for number in range(count)), encoding="utf-8")

        start = time.monotonic()
        with open(file, "rb") as lines:
            alone = subprocess.run(CHECK, stdin=lines, stdout=subprocess.PIPE, check=False)
        # by line breaks only: texts may hold other separators of lines
        expected = alone.stdout.decode("utf-8").split("\n")[:-1]
        took_alone = time.monotonic() - start

        quiet = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
        spark = SparkSession.builder.master("local[*]").config(map=quiet).getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        start = time.monotonic()
        piped = spark.sparkContext.textFile(os.fspath(file), partitions).pipe(shlex.join(CHECK)).collect()
        took_spark = time.monotonic() - start
        spark.stop()

    codes = {}
    for report in map(json.loads, expected):
        for finding in report["findings"]:
            codes[finding["code"]] = codes.get(finding["code"], 0) + 1
    print(f"{count} organisations, {len(expected)} reports, {sum(codes.values())} findings: {dict(sorted(codes.items()))}")
    print(f"one process: {took_alone:.1f} s, exit code {alone.returncode}; Spark, {partitions} partitions: {took_spark:.1f} s")
    if len(expected) != count or piped != expected:
        sys.exit("the reports differ")
    print("the reports are the same, line by line")


main()
