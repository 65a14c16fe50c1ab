#!/usr/bin/env bash
# The README's first command, in a checkout without node_modules: it must find the regression (exit code 1) and say so.
set -uo pipefail
out=$(node dist/cli.js compare --results examples/checkout/results)
code=$?
echo "$out" | head -n 3
[ "$code" -eq 1 ] || { echo "expected exit code 1, found $code" >&2; exit 1; }
case $out in *Blocked*'POST /orders'*) ;; *) echo "the report does not name the regression" >&2; exit 1 ;; esac
