import type { Alert } from './alerts.ts'

/** A file for `promtool test rules`: https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/ */
export type RuleTests = Readonly<{
  rule_files: readonly string[]
  evaluation_interval: string
  tests: readonly RuleTest[]
}>

/** A history with the alerts that it must fire. */
export type RuleTest = Readonly<{
  name: string
  interval: string
  input_series: readonly TestSeries[]
  alert_rule_test: readonly Expectation[]
  promql_expr_test?: readonly Readonly<{
    expr: string
    eval_time: string
    exp_samples: readonly Readonly<{ labels: string; value: number }>[]
  }>[]
}>

export type TestSeries = Readonly<{ series: string; values: string }>

type Expectation = Readonly<{
  eval_time: string
  alertname: string
  exp_alerts: readonly Readonly<{
    exp_labels: Readonly<Record<string, string>>
    exp_annotations: Alert['annotations']
  }>[]
}>

export function silent({ alert }: Alert, evalTime: string): Expectation {
  return { eval_time: evalTime, alertname: alert, exp_alerts: [] }
}

/** @param found the labels of the series that the alert has as well */
export function fires(
  { alert, labels, annotations }: Alert,
  evalTime: string,
  value: number,
  found: Readonly<Record<string, string>> = {},
): Expectation {
  const summary = (annotations.summary ?? '')
    .replace('{{ $value | humanizePercentage }}', percentOf(value))
    .replace('{{ $value }}', String(value))
    .replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_, label: string) => found[label] ?? '')
  return {
    eval_time: evalTime,
    alertname: alert,
    exp_alerts: [{ exp_labels: { ...found, ...labels }, exp_annotations: { ...annotations, summary } }],
  }
}

/** Prometheus prints four digits: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/#numbers */
function percentOf(value: number): string {
  return `${Number((100 * value).toPrecision(4))}%`
}
