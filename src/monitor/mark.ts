/** Every file of `perf-gate monitor` contains this mark, so that files of an earlier policy can be told from the team's own files. */
export const MARK = 'Written by perf-gate monitor from the policy. Do not edit it: change the policy.'
