import { BoxplotChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Unit } from '../../model/measurement.ts'
import { formatValue } from '../cell.ts'

use([BoxplotChart, CustomChart, LineChart, ScatterChart, GridComponent, SVGRenderer])

/** What a plot shows, before it is drawn. */
export type Plot = Readonly<{
  option: EChartsCoreOption
  height: number
  /** One sentence for those who do not see the picture. */
  label: string
  /** What the pointer shows over a point: of the series at a position of `option.series`, one text a point. */
  titles: ReadonlyMap<number, readonly string[]>
}>

/** Which point the library asks about. A function of it is much faster than options at each point. */
export type PointPlace = Readonly<{ dataIndex: number }>

/** Where a plot lies in its picture: the room for labels is given, so that nobody has to measure them. */
export const FIXED_GRID = { outerBoundsMode: 'none' } as const

/** A picture that nobody touches needs no second look for the pointer. */
export const STILL = { emphasis: { disabled: true } } as const

/** Where a value lies in the picture. */
export type Place = (x: number, y: number) => readonly [x: number, y: number]

/** The rectangle between the axes. */
export type Area = Readonly<{ x: number; y: number; width: number; height: number }>

/** What stretches the axes though it is no point. */
type Stretch = Readonly<{ data: readonly (readonly (number | null)[])[]; encode: object }>

/**
 * Lines, areas and their labels, drawn as one group: a series or a shape for each takes the library as long as all points.
 * They say nothing under the pointer.
 */
export function guides(draw: (place: Place, area: Area) => readonly object[], stretch?: Stretch): object {
  return {
    ...STILL,
    type: 'custom',
    silent: true,
    renderItem: (
      { dataIndex, coordSys }: PointPlace & Readonly<{ coordSys: Area }>,
      { coord }: Readonly<{ coord: (value: readonly [number, number]) => readonly [number, number] }>,
    ) => (dataIndex > 0 ? null : { type: 'group', children: draw((x, y) => coord([x, y]), coordSys) }),
    ...(stretch ?? { data: [[]], encode: { x: -1, y: -1 } }),
  }
}

/** Straight lines, each from one place to another, as one shape. */
export function strokes(lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[], style: object) {
  const pathData = lines.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join('')
  return { type: 'path', shape: { pathData }, style: { fill: 'none', ...style } }
}

/** Lines through several places each, as one shape. */
export function tracks(lines: readonly (readonly (readonly [x: number, y: number])[])[], style: object) {
  const pathData = lines.map((places) => `M${places.map(([x, y]) => `${x} ${y}`).join('L')}`).join('')
  return { type: 'path', shape: { pathData }, style: { fill: 'none', ...style } }
}

/** A label of a line or an area. */
export function words(text: string, x: number, y: number, style: object = {}): object {
  return { type: 'text', style: { text, x, y, fill: COLOURS.text, ...style } }
}

/** All plots are this wide, and shrink with the page. */
const PLOT_WIDTH = 760

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

/** A value at a tick of an axis, without the zeros that say how exact a measurement is. */
export function tickText(value: number, unit: Unit): string {
  return formatValue(value, unit)
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '')
}

const FONT_SIZE = 12
const FONT = 'sans-serif'

/**
 * Draws a plot as SVG for the page. It has no style and no script, so that it stands under a strict security policy, and the
 * same plot gives the same text.
 *
 * @param id makes references inside the picture unique in the page
 */
export function drawPlot(plot: Plot, id: string): string {
  return withRoot(drawn(plot, id).replaceAll(BASELINE, ''), plot, '')
}

/** All texts of the plots have it, and in the page the style sheet says it once: templates/html-report.css. */
const BASELINE = / dominant-baseline="central"(?= [^>]*>)/g

/** Draws a plot as an SVG file of its own. `style` holds the colours. */
export function drawSvgFile(plot: Plot, style: string): string {
  const background = `<rect width="100%" height="100%" fill="${COLOURS.page}"/>`
  return `${withRoot(drawn(plot, 'plot'), plot, `<style>${style}</style>\n${background}\n`)}\n`
}

function drawn({ option, height, titles }: Plot, id: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: PLOT_WIDTH, height })
  chart.setOption({
    animation: false,
    textStyle: { color: COLOURS.text, fontSize: FONT_SIZE, fontFamily: FONT },
    ...option,
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return withTitles(lean(svg, id), titles)
}

/**
 * Takes out what the page says once (fonts), what needs a style sheet (effects under the pointer), and numbers that count
 * the plots of the process. Text from outside cannot match: the renderer escapes its quotes and brackets.
 */
function lean(svg: string, id: string): string {
  return svg
    .replace(/^<svg[^>]*>\s*/, '')
    .replace(/<\/svg>\s*$/, '')
    .replaceAll(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replaceAll(` style="font-size:${FONT_SIZE}px;font-family:${FONT};"`, '')
    .replaceAll(` style="font: ${FONT_SIZE}px ${FONT}"`, '')
    .replaceAll(' xml:space="preserve"', '')
    .replaceAll(/ class="zr\d+-cls-\d+"/g, '')
    .replaceAll(/ (pointer-events="visible"|ecmeta_ssr_type="\w+"|fill-opacity="1")/g, '')
    .replaceAll(/ (id="|clip-path="url\(#)zr\d+-/g, ` $1${id}-`)
    .replaceAll(/ (?:d|transform|x|y)="[^"]*"/g, (coordinates) => coordinates.replaceAll(/(\.\d)\d+/g, '$1'))
    .replaceAll(/><\/(?:path|rect|line|circle)>/g, '/>')
    .replaceAll(CIRCLE, (_, radius: string, x: string, y: string) => `<circle cx="${x}" cy="${y}" r="${radius}"`)
    .trim()
}

/** A point as the library draws it: a path of radius 1 that is moved and scaled. Only without a line, which would be scaled too. */
const CIRCLE =
  /<path d="M1 0A1 1 0 1 1 1 -0\.1A1 1 0 0 1 1 0" transform="matrix\(([\d.]+),0,0,\1,([-\d.]+),([-\d.]+)\)"(?=[^>]*>)(?![^>]*stroke)/g

const POINT = /<(path|circle) ([^>]*?) ecmeta_series_index="(\d+)" ecmeta_data_index="(\d+)"([^>]*?)\/>/g
const META = / ecmeta_\w+="\w+"/g

function withTitles(svg: string, titles: Plot['titles']): string {
  return svg
    .replaceAll(POINT, (_, shape: string, before: string, series: string, data: string, after: string) => {
      const title = titles.get(Number(series))?.[Number(data)]
      return title === undefined
        ? `<${shape} ${before}${after}/>`
        : `<${shape} ${before}${after}><title>${escapeXml(title)}</title></${shape}>`
    })
    .replaceAll(META, '')
}

function withRoot(content: string, { height, label }: Plot, before: string): string {
  const size = `viewBox="0 0 ${PLOT_WIDTH} ${height}" width="${PLOT_WIDTH}" height="${height}"`
  const font = `font-family="system-ui, sans-serif" font-size="${FONT_SIZE}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font} role="img" aria-label="${escapeXml(label)}">\n${before}${content}\n</svg>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
