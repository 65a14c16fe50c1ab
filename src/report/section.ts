import type { ReportContext } from '../model/report.ts'
import type { Verdict } from '../model/verdict.ts'

/** `maxRows`: the largest number of rows of a long table. The table says how many rows it leaves out. `plots`: where the plots are. */
export type SectionContext = ReportContext & Readonly<{ maxRows: number; plots: 'in the HTML report' | 'below' }>

/**
 * One section of the report. `build` turns a verdict into the data of the template.
 * `place`: sections of `top`, `end` (only in the full report) and `foot` are built once from the whole verdict. Sections of `service` are
 * built once per service, from the part of the verdict about that service.
 */
export type Section = Readonly<{
  id: string
  place: 'top' | 'service' | 'end' | 'foot'
  /**
   * Place of a `top` or `service` section on the page of the HTML report. undefined: before the plots. `last`: after the plots. `drawn`: left out, because the page has a
   * picture instead.
   */
  page?: 'last' | 'drawn'
  template: (data: object) => string
  /** All texts in the data are escaped. undefined: the section has no content and is left out. */
  build(verdict: Verdict, context: SectionContext): object | undefined
}>
