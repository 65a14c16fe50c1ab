#!/usr/bin/env bash
# Builds the k6 that the end-to-end tests run, from the pinned sources of scripts/k6/go.mod, and prints its path.
# `go build` in a module of our own, not `go install pkg@version`: the sums of all sources are in go.sum.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
out=$root/node_modules/.cache/k6/k6
if [ ! -x "$out" ]; then
  command -v go > /dev/null || { echo "k6 cannot be built: Go is not installed. Install Go 1.25 or later." >&2; exit 1; }
  (cd "$root/scripts/k6" && go build -tags tools -mod=mod -o "$out" go.k6.io/k6/v2) >&2
fi
"$out" version >&2
echo "$out"
