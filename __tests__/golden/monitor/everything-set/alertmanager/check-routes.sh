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
goes_to team-shop-page service=checkout owner=team-shop severity=page
goes_to team-shop-ticket service=checkout owner=team-shop severity=ticket
goes_to team-find-page service=search owner=team-find severity=page
goes_to team-find-ticket service=search owner=team-find severity=ticket
exit "$failed"
