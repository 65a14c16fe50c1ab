import template from '../../../templates/html-figure.hbs'
import { drawPlot, type Plot } from './svg.ts'

/** The numbers of a plot, for readers who use a screen reader or want to copy the numbers. */
export type PlotTable = Readonly<{ columns: readonly string[]; rows: readonly (readonly string[])[] }>

type Figure = Readonly<{ title: string; plot: Plot; caption: string | null; table: PlotTable | null }>

/** A plot with its caption and its numbers, as HTML. All texts are escaped here. */
export function figureHtml({ title, plot, caption, table }: Figure): string {
  const { columns, rows } = table ?? { columns: [], rows: [] }
  return template({ title, caption, svg: drawPlot(plot), hasTable: table !== null, columns, rows })
}
