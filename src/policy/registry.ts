import type { Rule } from './rule.ts'
import { budget } from './rules/budget.ts'
import { debt } from './rules/debt.ts'
import { doubt } from './rules/doubt.ts'
import { drift } from './rules/drift.ts'
import { droppedLoad } from './rules/dropped-load.ts'
import { errorRate } from './rules/error-rate.ts'
import { invalidData } from './rules/invalid-data.ts'
import { k6Threshold } from './rules/k6-threshold.ts'
import { minPower } from './rules/min-power.ts'
import { missingBaseline } from './rules/missing-baseline.ts'
import { missingSeries } from './rules/missing-series.ts'
import { newSeries } from './rules/new-series.ts'
import { notComparable } from './rules/not-comparable.ts'
import { profile } from './rules/profile.ts'
import { regression } from './rules/regression.ts'
import { resourceRise } from './rules/resource-rise.ts'
import { restarted } from './rules/restarted.ts'
import { stoppedRun } from './rules/stopped-run.ts'
import { tooFewSamples } from './rules/too-few-samples.ts'

/** Every rule of the gate, one file each. Their order is that of the keys in the schema and on the page of the policy; findings are sorted. */
export const RULES: readonly Rule[] = [
  regression,
  missingSeries,
  newSeries,
  invalidData,
  stoppedRun,
  restarted,
  notComparable,
  budget,
  errorRate,
  droppedLoad,
  tooFewSamples,
  missingBaseline,
  k6Threshold,
  debt,
  drift,
  profile,
  doubt,
  minPower,
  resourceRise,
]
