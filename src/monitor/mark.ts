/** In every file that is written, so that one that is left over can be told from a team's own. */
export const MARK = 'Written by perf-gate monitor from the policy. Do not edit it: change the policy.'
