#!/usr/bin/env python3
"""The whole process of `check` beside what one would pick instead: DuckDB and Node, over the same JSON document.

    python3 benches/peers/run.py [POSITIONS] [ROUNDS]        [100000 7]

First it spoils a small organisation and compares what each of them finds. Then they run in turn, each beside a run of `check`, and
the ratio is taken pair by pair: of CPU time (user and system, of the process and its threads), not of the clock. Packages go into
`target/peers`; versions are pinned in `requirements.txt` and `package-lock.json`.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILT = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release" / "examples"
WORK = ROOT / "target" / "peers"
SCHEMA = ROOT / "schema" / "organization.schema.json"
AS_OF = "2026-11-24"

# what the peers call it, and the codes that say the same here
CODES = {
    "duplicate id": ["I001"],
    "dangling reference": ["I002"],
    "own superior": ["R002"],
    "no superior": ["R003"],
    "no substitute": ["S001"],
    "own substitute": ["S002"],
    "vacant substitute": ["S010"],
    "span": ["R011"],
    "no duties": ["D001"],
    "duty without its right": ["A001"],
}


def prepare():
    subprocess.run(
        ["cargo", "build", "--quiet", "--release", "--example", "check", "--example", "generate"], cwd=ROOT, check=True
    )
    python = WORK / "venv" / "bin" / "python"
    if not python.exists():
        venv.create(WORK / "venv", with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", HERE / "requirements.txt"], check=True)
    for file in ("package.json", "package-lock.json", "node_check.mjs"):
        shutil.copy(HERE / file, WORK)
    subprocess.run(["npm", "ci", "--silent"], cwd=WORK, check=True)
    return {
        "check": [BUILT / "check", "--as-of", AS_OF, "--format", "json"],
        "DuckDB": [python, HERE / "duckdb_check.py"],
        "Node": ["node", WORK / "node_check.mjs", SCHEMA],
    }


def generate(positions, file):
    with open(file, "wb") as out:
        subprocess.run([BUILT / "generate", str(positions)], stdout=out, check=True)


def run(command, file):
    """What the process prints, its CPU seconds, those of the clock, and its greatest memory in MB."""
    reader, writer = os.pipe()
    before = os.times().elapsed
    child = os.posix_spawn(
        shutil.which(command[0]),
        [os.fspath(part) for part in [*command, file]],
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_CLOSE, reader)],
    )
    os.close(writer)
    with os.fdopen(reader) as output:
        text = output.read()
    _, _, usage = os.wait4(child, 0)
    return text, usage.ru_utime + usage.ru_stime, os.times().elapsed - before, usage.ru_maxrss / 1024


def spoil(organization):
    """A fault of each kind and more, far enough from each other."""
    positions, descriptions = organization["positions"], organization["descriptions"]
    staff = [it for it in positions if it["reporting"] and int(it["id"].split("-")[1]) * 7 > len(positions)]
    take = iter(staff[::9])
    next(take)["reporting"][0]["superior"] = "nobody"
    next(take)["substitution"] = [
        {"kind": "absence", "substitute": {"kind": "position", "position": "nobody"}}
    ]
    next(take)["unit"] = "nowhere"
    next(take)["description"] = "nothing"
    for _ in range(2):
        own = next(take)
        own["reporting"][0]["superior"] = own["id"]
    for _ in range(3):
        next(take)["reporting"] = []
    own = next(take)
    own["substitution"] = [{"kind": "absence", "substitute": {"kind": "position", "position": own["id"]}}]
    absent, chair = next(take), next(take)
    chair["occupancy"] = {"kind": "vacant"}
    for it in positions:
        it["substitution"] = [
            one for one in it["substitution"] if one["substitute"]["position"] != chair["id"]
        ] or [{"kind": "absence", "substitute": {"kind": "position", "position": "position-0"}}]
    absent["substitution"] = [
        {"kind": "absence", "substitute": {"kind": "position", "position": chair["id"]}}
    ]
    for _ in range(4):
        next(take)["substitution"] = []
    many = next(take)["id"]
    for _ in range(16):
        next(take)["reporting"][0]["superior"] = many
    one, other, below = next(take), next(take), next(take)
    one["reporting"][0]["superior"], other["reporting"][0]["superior"] = other["id"], one["id"]
    below["reporting"][0]["superior"] = one["id"]
    organization["units"].append({**organization["units"][-1], "title": "Another"})
    descriptions[10]["duties"] = []
    descriptions[20]["rights"] = []
    return 3


def agree(peers):
    small, file = WORK / "small.json", WORK / "spoiled.json"
    generate(3000, small)
    organization = json.loads(small.read_text())
    for position in organization["positions"]:
        position.setdefault("reporting", [])
    ring = spoil(organization)
    file.write_text(json.dumps(organization))
    counts = {name: json.loads(run(command, file)[0]) for name, command in peers.items()}
    codes = [finding["code"] for finding in counts.pop("check")["findings"]]
    mine = {name: sum(map(codes.count, known)) for name, known in CODES.items()}
    # a ring is one finding here, and the peers count who hangs on it
    assert codes.count("R001") == 1, codes
    for name, found in counts.items():
        hanging = found.pop("in or below a ring")
        assert hanging >= ring, (name, hanging)
        assert found == mine, f"{name} finds {found}, check {mine}"
    print("all find the same in a spoiled organisation of 3000:", mine)


def main():
    positions, rounds = (int(number) for number in (sys.argv[1:] + ["100000", "7"][len(sys.argv) - 1 :])[:2])
    WORK.mkdir(parents=True, exist_ok=True)
    peers = prepare()
    agree(peers)
    file = WORK / "clean.json"
    generate(positions, file)
    size = file.stat().st_size / 1e6
    print(f"{positions} positions, {size:.0f} MB; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    taken, ratios = {name: [] for name in peers}, {}
    for _ in range(rounds):
        for name in peers:
            if name != "check":
                pair = {each: run(peers[each], file)[1:] for each in ("check", name)}
                for each, measured in pair.items():
                    taken[each].append(measured)
                ratios.setdefault(name, []).append(pair[name][0] / pair["check"][0])
    for name, runs in taken.items():
        cpu, clock, memory = zip(*runs)
        line = f"{name:<8}{statistics.median(cpu):6.2f} s CPU ({min(cpu):.2f} to {max(cpu):.2f})"
        line += f"{statistics.median(clock):7.2f} s by the clock{max(memory):7.0f} MB"
        if name in ratios:
            of = ratios[name]
            line += f"{statistics.median(of):6.1f} times check ({min(of):.1f} to {max(of):.1f})"
        print(line)


main()
