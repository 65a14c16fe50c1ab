import type { ReportContext } from '../model/report.ts'
import type { Verdict } from '../model/verdict.ts'

/** `maxRows`: the most rows that a long table may have. It says itself how many it left out. `plots`: where the plots are. */
export type SectionContext = ReportContext & Readonly<{ maxRows: number; plots: 'in the HTML report' | 'below' }>

/**
 * One section of the report: a verdict in, the data of its template out.
 * `place`: `top`, `end` (only in the full report) and `foot` are made once from the whole verdict, `service` once for each
 * service, from a verdict cut down to it.
 */
export type Section = Readonly<{
  id: string
  place: 'top' | 'service' | 'end' | 'foot'
  /** On the page of the HTML report, the sections of `top` and `service` stand before the plots. `last`: after them. `drawn`: the page has a picture of it. */
  page?: 'last' | 'drawn'
  template: (data: object) => string
  /** undefined: the section has no content and is left out. Everything in it is escaped already. */
  build(verdict: Verdict, context: SectionContext): object | undefined
}>
