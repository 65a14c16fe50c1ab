import type { Unit } from '../../model/measurement.ts'
import { formatValue } from '../../model/numbers.ts'
import { escapedXml } from '../escape.ts'

/*
 * The few shapes of the plots, as SVG text. No shape has an inline style or a script, because the content security policy of the page
 * forbids both. Every text from outside is escaped here.
 */

/** Text of one SVG element. */
export type Shape = string

/** A drawing. `label`: one sentence for readers who cannot see the drawing. */
export type Plot = Readonly<{ height: number; label: string; shapes: readonly Shape[] }>

/** All plots are this wide, and shrink with the page. */
export const PLOT_WIDTH = 760

/** Colours are variables of the page, so that one drawing serves light, dark and paper: templates/html-colours.css. */
export const COLOURS = {
  text: 'var(--text)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  page: 'var(--page)',
  bad: 'var(--bad)',
  warn: 'var(--warn)',
  good: 'var(--good)',
  calm: 'var(--calm)',
  baseline: 'var(--baseline)',
  candidate: 'var(--candidate)',
} as const

const FONT_SIZE = 12

/** Distance from the middle of a letter to its foot, in pixels. */
const HALF_LETTER = 4

export type Place = readonly [x: number, y: number]
type Stroke = Readonly<{ stroke: string; width?: number; dash?: string | undefined; opacity?: number }>

/** Lines through several places each, as one shape. */
export function tracks(lines: readonly (readonly Place[])[], { stroke, width = 1, dash, opacity }: Stroke): Shape {
  const data = lines.map((places) => `M${places.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}`).join('')
  if (data === '') return ''
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash}"`
  const thin = opacity === undefined ? '' : ` opacity="${opacity}"`
  return `<path d="${data}" fill="none" stroke="${stroke}" stroke-width="${width}"${dashes}${thin}/>`
}

/** A straight line. */
export function line(from: Place, to: Place, stroke: Stroke): Shape {
  return tracks([[from, to]], stroke)
}

/** A filled rectangle. */
export function area(x: number, y: number, width: number, height: number, fill: string, opacity = 1): Shape {
  const size = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`
  return `<rect ${size} fill="${fill}"${opacity === 1 ? '' : ` opacity="${opacity}"`}/>`
}

/** Many equal points as one shape: a line without length that has round ends. */
export function dots(places: readonly Place[], { radius, fill }: Readonly<{ radius: number; fill: string }>): Shape {
  const data = places.map(([x, y]) => `M${short(x)} ${short(y)}h0`).join('')
  return data === ''
    ? ''
    : `<path d="${data}" fill="none" stroke="${fill}" stroke-width="${2 * radius}" stroke-linecap="round"/>`
}

type Writing = Readonly<{ fill?: string; anchor?: 'start' | 'middle' | 'end' }>

/** A text whose middle is at the height `y`. */
export function words(
  text: string,
  x: number,
  y: number,
  { fill = COLOURS.text, anchor = 'start' }: Writing = {},
): Shape {
  const place = `x="${short(x)}" y="${short(y + HALF_LETTER)}"`
  return `<text ${place} fill="${fill}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escapedXml(text)}</text>`
}

export type MarkShape = 'circle' | 'diamond' | 'triangle' | 'square'

type MarkLook = Readonly<{ radius: number; fill: string; stroke?: string; title?: string }>

/** A point. `title` is what the pointer shows over it. */
export function mark(shape: MarkShape, [x, y]: Place, { radius, fill, stroke, title }: MarkLook): Shape {
  const colours = `fill="${fill}"${stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="1.5"`}`
  const name = shape === 'circle' ? 'circle' : 'path'
  const geometry =
    shape === 'circle'
      ? `cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"`
      : `d="${outline(shape, x, y, radius)}"`
  return title === undefined
    ? `<${name} ${geometry} ${colours}/>`
    : `<${name} ${geometry} ${colours}><title>${escapedXml(title)}</title></${name}>`
}

function outline(shape: Exclude<MarkShape, 'circle'>, x: number, y: number, radius: number): string {
  const [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius]
  const corners: Readonly<Record<typeof shape, readonly Place[]>> = {
    diamond: [
      [x, top],
      [right, y],
      [x, bottom],
      [left, y],
    ],
    triangle: [
      [x, top],
      [right, bottom],
      [left, bottom],
    ],
    square: [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
  }
  return `M${corners[shape].map(([cornerX, cornerY]) => `${short(cornerX)} ${short(cornerY)}`).join('L')}Z`
}

/** Shapes that belong together, with what the pointer shows over them. */
export function titled(title: string, shapes: readonly Shape[]): Shape {
  return `<g><title>${escapedXml(title)}</title>${shapes.join('')}</g>`
}

/** A small picture inside a row of a table. Hidden from screen readers, because the other cells have the same facts in words. */
export function inlineSvg(width: number, height: number, shapes: readonly Shape[]): string {
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="11" aria-hidden="true">${shapes.join('')}</svg>`
}

/** A plot as SVG for the page. */
export function drawPlot(plot: Plot): string {
  return withRoot(plot, plot.shapes)
}

/** A plot as an SVG file of its own. `style` holds the colours. */
export function drawSvgFile(plot: Plot, style: string): string {
  const background = `<rect width="100%" height="100%" fill="${COLOURS.page}"/>`
  return `${withRoot(plot, [`<style>${style}</style>`, background, ...plot.shapes])}\n`
}

function withRoot({ height, label }: Plot, shapes: readonly Shape[]): string {
  const size = `viewBox="0 0 ${PLOT_WIDTH} ${height}" width="${PLOT_WIDTH}" height="${height}"`
  const font = `font-family="system-ui, sans-serif" font-size="${FONT_SIZE}"`
  const content = shapes.filter((shape) => shape !== '').join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font} role="img" aria-label="${escapedXml(label)}">\n${content}\n</svg>`
}

/**
 * A value at a tick of an axis, without trailing zeros. They would suggest the precision of a measurement.
 *
 * @param ticks those that have one unit. Default: the tick alone, as on an axis from microseconds to seconds.
 */
export function tickText(value: number, unit: Unit, ticks: readonly number[] = [value]): string {
  return formatValue(value, unit, 4, Math.max(...ticks.map(Math.abs)))
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '')
}

/** The texts of an axis whose ticks have one unit. */
export function ticksIn(unit: Unit): (tick: number, ticks: readonly number[]) => string {
  return (tick, ticks) => tickText(tick, unit, ticks)
}

/** A tenth of a pixel is finer than any screen. */
function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}
