import type { Section } from './section.ts'
import { analysis } from './sections/analysis.ts'
import { changedFunctions } from './sections/changed-functions.ts'
import { conclusion } from './sections/conclusion.ts'
import { configuration } from './sections/configuration.ts'
import { debt } from './sections/debt.ts'
import { findings } from './sections/findings.ts'
import { firstBaseline } from './sections/first-baseline.ts'
import { howToRead } from './sections/how-to-read.ts'
import { latency } from './sections/latency.ts'
import { otherSeries } from './sections/other-series.ts'
import { override } from './sections/override.ts'
import { recommendations } from './sections/recommendations.ts'
import { resources } from './sections/resources.ts'
import { summary } from './sections/summary.ts'
import { throughput } from './sections/throughput.ts'
import { traces } from './sections/traces.ts'
import { whereTheTimeGoes } from './sections/where-the-time-goes.ts'

/** All sections of the report, in the order in which they are printed. */
export const SECTIONS: readonly Section[] = [
  findings,
  changedFunctions,
  firstBaseline,
  override,
  debt,
  summary,
  configuration,
  latency,
  throughput,
  resources,
  otherSeries,
  whereTheTimeGoes,
  traces,
  analysis,
  recommendations,
  conclusion,
  howToRead,
]
