#!/bin/sh
# How many instructions each stage takes, counted by callgrind: they repeat, whatever else the machine does.
#
#   benches/instructions.sh [SIZE...]            compares with the committed counts [1000 10000]; fails 2 % above them
#   benches/instructions.sh --commit [SIZE...]   replaces the committed counts of these sizes
#   benches/instructions.sh --rules [SIZE...]    prints every rule as well, dearest first; compares nothing
#
# SHAPES=slim leaves the other shapes out. Counts are for a whole document; "rules of" a family is what it takes in both runs, with the
# baseline and with every pack. Needs valgrind, which knows x86-64-v3 and nothing newer.
set -eu
cd "$(dirname "$0")/.."
mode=compare
case ${1:-} in --commit | --rules) mode=${1#--} && shift ;; esac
[ $# -gt 0 ] || set -- 1000 10000
committed=benches/instructions.tsv
target=${CARGO_TARGET_DIR:-target}/instructions
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT

# the seed of the hasher is fixed, so that the same ids meet in every run
RUSTFLAGS="-C target-cpu=x86-64-v3 --cfg officium_fixed_seed" \
    cargo build --quiet --release --target-dir "$target" --example instructions --example generate

for size; do
    for shape in ${SHAPES:-slim full regulated}; do
        "$target/release/examples/generate" "$size" --shape "$shape" >"$scratch/document.json"
        valgrind --tool=callgrind --callgrind-out-file="$scratch/counts" --quiet \
            "$target/release/examples/instructions" "$scratch/document.json" 2>"$scratch/log" ||
            { cat "$scratch/log" >&2 && exit 2; }
        # the cost of a function with all that it calls: "1,234 (5.67%)  file:function [object]"
        callgrind_annotate --inclusive=yes --threshold=100 "$scratch/counts" | tr -d , |
            sed -nE 's/^ *([0-9]+) \( *[0-9.]+%\)  [^:]*:(.*)/\1\t\2/p' |
            awk -F '\t' -v OFS='\t' -v shape="$shape" -v size="$size" -v rules="$mode" '
                match($2, /[a-z]+_stage/) && !seen[$2]++ {
                    stage = substr($2, RSTART, RLENGTH - 6)
                    if (stage != "schema" || shape == "slim") count[stage] += $1
                }
                match($2, /officium::rules::[a-z_]+::[a-z_]+::check/) && !seen[$2]++ {
                    split(substr($2, RSTART, RLENGTH), path, "::")
                    count["rules of " path[3]] += $1
                    if (rules == "rules") count["rule " path[4]] += $1
                }
                END { for (stage in count) printf "%s\t%s\t%s\t%.0f\n", shape, size, stage, count[stage] }' | sort >>"$scratch/all.tsv"
    done
done

case $mode in
commit)
    # what was not counted now stays
    [ ! -f "$committed" ] || awk -F '\t' '
        NR == FNR { counted[$1 FS $2]; next } !(($1 FS $2) in counted)' "$scratch/all.tsv" "$committed" >"$scratch/kept.tsv"
    [ ! -f "$committed" ] || cat "$scratch/kept.tsv" >>"$scratch/all.tsv"
    LC_ALL=C sort -t "$(printf '\t')" -k1,1r -k2,2n -k3,3 "$scratch/all.tsv" >"$committed"
    ;;
rules) sort -t "$(printf '\t')" -k1,1r -k2,2n -k4,4nr "$scratch/all.tsv" ;;
compare)
    # a few instructions a position are no regression of a rule that takes ten
    awk -F '\t' -v OFS='\t' '
        { key = $1 FS $2 FS $3 }
        NR == FNR { was[key] = $4; next }
        {
            verdict = !(key in was) ? "new" : $4 > was[key] * 1.02 && $4 > was[key] + 2 * $2 ? "MORE" : "ok"
            if (verdict != "ok") bad = 1
            printf "%s\t%.0f\t%s\t%s\n", key, $4, key in was ? sprintf("%+.2f %%", 100 * ($4 / was[key] - 1)) : "-", verdict
        }
        END { exit bad }' "$committed" "$scratch/all.tsv" || failed=1
    ;;
esac

# growth: a position of a large organisation may take no more than one of a small organisation
[ "$mode" != rules ] || exit 0
awk -F '\t' '
    $3 == "index" || $3 == "rules" { sum[$1 FS $2] += $4 / $2; if ($2 > most) most = $2; shapes[$1] }
    END {
        for (shape in shapes) if ((shape FS 1000) in sum && (shape FS most) in sum) {
            growth = sum[shape FS most] / sum[shape FS 1000]
            printf "%s: index and rules, instructions a position: %.0f of 1000, %.0f of %d, %+.2f %%\n",
                shape, sum[shape FS 1000], sum[shape FS most], most, 100 * (growth - 1)
            if (growth > 1.02) bad = 1
        }
        exit bad
    }' "$committed" || failed=1
exit "${failed:-0}"
