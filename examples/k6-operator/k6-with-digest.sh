#!/bin/sh
# Runs k6 and makes a digest of its points while it runs, so that gigabytes of points never touch the disk.
# Called like k6. Writes $RESULTS_DIR/instance-<n>/digest.json and exit-code beside it; <n> is the tag instance_id that
# k6-operator gives each runner, or $INSTANCE. Ends with the exit code of k6.
# K6: the real k6. PERF_GATE: the command line of perf-gate. POLICY: a policy file, where samples are left out.
set -u
K6=${K6:-/usr/bin/k6}
PERF_GATE=${PERF_GATE:-node /opt/perf-gate/cli.js}
# Only a run has points: the operator also calls `k6 archive` and `k6 inspect`.
if [ "${1:-}" != run ]; then exec "$K6" "$@"; fi
instance=$(printf '%s\n' "$*" | sed -n 's/.*instance_id=\([0-9][0-9]*\).*/\1/p')
dir=${RESULTS_DIR:?is not set}/instance-${instance:-${INSTANCE:-1}}
mkdir -p "$dir"
points=$(mktemp -d)/points
mkfifo "$points"
# shellcheck disable=SC2086
$PERF_GATE digest - -o "$dir/digest.json" ${POLICY:+--policy "$POLICY"} < "$points" &
digest=$!
code=0
"$K6" "$@" --out "json=$points" || code=$?
echo "$code" > "$dir/exit-code"
# A k6 that failed before it opened the pipe would leave the digest waiting for it.
: 1<> "$points"
wait "$digest" || echo "perf-gate made no digest. The gate will refuse this run." >&2
exit "$code"
