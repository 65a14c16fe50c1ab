import { MARK } from './mark.ts'

/** One query of a panel. */
type Query = Readonly<{ expr: string; legend: string }>

/** What a panel shows. Its position on the page follows from its position in the list. */
export type Panel = Readonly<{
  title: string
  /** https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#unit */
  unit: 's' | 'ms' | 'percentunit' | 'reqps' | 'short'
  /** The value at which a line is drawn, in the unit of the panel. null: no line. */
  limit: number | null
  queries: readonly Query[]
}>

/** The reader chooses the data source in Grafana, because each server has other data sources. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: this is how Grafana writes its variables.
const DATA_SOURCE = { type: 'prometheus', uid: '${ds}' } as const

const GRAFANA = { type: 'grafana', uid: '-- Grafana --' } as const

/** Grafana's grid has 24 columns: https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/ */
const PANEL = { width: 12, height: 8, inARow: 2 } as const

/** A dashboard in the classic model, which newer versions of Grafana migrate. Version 42 of the schema is the one of Grafana's Foundation SDK 0.0.21. */
export function dashboard(uid: string, title: string, panels: readonly Panel[]) {
  return {
    uid,
    title,
    description: MARK,
    tags: [TAG],
    schemaVersion: 42,
    editable: false,
    time: { from: 'now-6h', to: 'now' },
    refresh: '1m',
    timezone: 'browser',
    templating: { list: [{ type: 'datasource', name: 'ds', label: 'Prometheus', query: 'prometheus' }] },
    annotations: {
      list: [
        marks('Merges', 'merge', 'blue'),
        marks('Overrides', 'override', 'orange'),
        marks('Load tests', 'load-test', 'purple'),
      ],
    },
    links: [
      { type: 'dashboards', title: 'Services', tags: [TAG], asDropdown: true, keepTime: true, includeVars: true },
    ],
    panels: panels.map(panelAt),
  }
}

/** Every dashboard and every annotation of perf-gate has this tag. */
const TAG = 'perf-gate'

/** Grafana stores these annotations itself. The dashboard finds them by their tags. */
function marks(name: string, tag: string, iconColor: string) {
  return {
    name,
    datasource: GRAFANA,
    enable: true,
    hide: false,
    iconColor,
    target: { type: 'tags', tags: [TAG, tag], matchAny: false, limit: 100 },
  }
}

function panelAt({ title, unit, limit, queries }: Panel, index: number) {
  const { width, height, inARow } = PANEL
  const good = { color: 'green', value: null }
  return {
    id: index + 1,
    type: 'timeseries',
    title,
    datasource: DATA_SOURCE,
    gridPos: { x: (index % inARow) * width, y: Math.floor(index / inARow) * height, w: width, h: height },
    fieldConfig: {
      defaults: {
        unit,
        min: 0,
        custom: { thresholdsStyle: { mode: limit === null ? 'off' : 'line' } },
        thresholds: { mode: 'absolute', steps: limit === null ? [good] : [good, { color: 'red', value: limit }] },
      },
      overrides: [],
    },
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
    targets: queries.map(({ expr, legend }, place) => ({
      refId: refId(place),
      datasource: DATA_SOURCE,
      expr,
      legendFormat: legend,
      range: true,
    })),
  }
}

/** A to Z, then A1 and so on. */
function refId(place: number): string {
  return `${String.fromCharCode(65 + (place % 26))}${place < 26 ? '' : Math.floor(place / 26)}`
}
