#!/bin/sh
# Written by perf-gate monitor from the policy. Do not edit it: change the policy.
config="${1:-"$(dirname "$0")/alertmanager.yml"}"
failed=0

goes_to() {
  receiver="$1"
  shift
  amtool config routes test --config.file="$config" --verify.receivers="$receiver" alertname=PerfGateCheck "$@" > /dev/null 2>&1 && return
  echo "$config: an alert with $* does not go to $receiver alone." >&2
  failed=1
}

checked="$(amtool check-config "$config" 2>&1)" || {
  echo "$checked" >&2
  exit 1
}
goes_to checkout-page service=checkout owner=checkout severity=page
goes_to checkout-ticket service=checkout owner=checkout severity=ticket
exit "$failed"
