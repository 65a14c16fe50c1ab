#!/usr/bin/env bash
# Records five interleaved pairs of real k6 runs: baseline and candidate in turns on one machine, in ABBA order.
# Usage: record.sh OUTPUT FACTOR    needs k6 and node; takes about four minutes. Then every run has a run.json.
set -euo pipefail
cd "$(dirname "$0")"
out=$1 factor=${2:-1.15}
node service.mjs 18081 1 > /dev/null & baseline_pid=$!
node service.mjs 18082 "$factor" > /dev/null & candidate_pid=$!
trap 'kill $baseline_pid $candidate_pid' EXIT
sleep 1
run() { # VARIANT NUMBER PORT
  local dir="$out/checkout/$1/run-$2"
  mkdir -p "$dir"
  local code=0
  k6 run --quiet --no-usage-report --no-color -e BASE_URL="http://127.0.0.1:$3" \
    --summary-export "$dir/summary.json" load.js > /dev/null || code=$?
  echo "$code" > "$dir/exit-code"
}
for n in 1 2 3 4 5; do
  if (( n % 2 )); then run baseline $n 18081; run candidate $n 18082; else run candidate $n 18082; run baseline $n 18081; fi
done
node ../../dist/cli.js stamp "$out" --script load.js --load "50 iterations/s for 20s" --commit unknown
