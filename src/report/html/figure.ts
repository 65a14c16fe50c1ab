import figureTemplate from '../../../templates/html-figure.hbs'
import tableTemplate from '../../../templates/html-table.hbs'
import { drawPlot, type Plot } from './svg.ts'

/** The numbers of a plot, for those who would rather read, hear or copy them. */
export type PlotTable = Readonly<{ columns: readonly string[]; rows: readonly (readonly string[])[] }>

type Figure = Readonly<{ title: string; plot: Plot; caption: string | null; table: PlotTable | null }>

/** A plot with its caption and its numbers, as HTML. All texts are escaped here. */
export function figureHtml({ title, plot, caption, table }: Figure): string {
  const folded = table === null ? null : tableTemplate({ title, ...table })
  return figureTemplate({ title, caption, svg: drawPlot(plot), folded })
}

/** A table that needs no plot. */
export function tableFigure({ title, caption, table }: Omit<Figure, 'plot'> & Readonly<{ table: PlotTable }>): string {
  return figureTemplate({ title, caption, table: tableTemplate({ title, ...table }) })
}
