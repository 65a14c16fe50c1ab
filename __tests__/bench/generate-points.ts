import { closeSync, openSync, writeSync } from 'node:fs'

const ENDPOINTS = 16
const GROUPS = ['', '::browse', '::checkout', '::checkout::pay']
const PHASES = [
  'http_req_blocked',
  'http_req_connecting',
  'http_req_tls_handshaking',
  'http_req_sending',
  'http_req_waiting',
  'http_req_receiving',
]
const METRICS: readonly (readonly [string, string, string])[] = [
  ['http_reqs', 'counter', 'default'],
  ['http_req_duration', 'trend', 'time'],
  ...PHASES.map((name) => [name, 'trend', 'time'] as const),
  ['http_req_failed', 'rate', 'default'],
  ['checks', 'rate', 'default'],
  ['data_sent', 'counter', 'data'],
  ['data_received', 'counter', 'data'],
  ['iteration_duration', 'trend', 'time'],
  ['iterations', 'counter', 'default'],
]

/** What was written. */
export type GeneratedPoints = Readonly<{ bytes: number; lines: number; requests: number }>

export type PointsKind = 'ndjson' | 'csv'

const CSV_TAGS = [
  'check',
  'error',
  'error_code',
  'expected_response',
  'group',
  'method',
  'name',
  'proto',
  'scenario',
  'service',
  'status',
  'subproto',
  'tls_version',
  'url',
]

/**
 * Writes points as k6 v2 does, until the file has this many bytes: iterations of two requests with 24 lines, 16 names,
 * 4 groups, 2 % failed requests. The same seed gives the same file.
 */
export function generatePoints(path: string, bytes: number, kind: PointsKind = 'ndjson', seed = 1): GeneratedPoints {
  const random = randomNumbers(seed)
  const file = openSync(path, 'w')
  let written = 0
  let lines = METRICS.length
  let requests = 0
  let nanoseconds = 0
  const point = kind === 'csv' ? csvRow : jsonLine
  let batch =
    kind === 'csv'
      ? `metric_name,timestamp,metric_value,${CSV_TAGS.join(',')},extra_tags,metadata\n`
      : METRICS.map(metricLine).join('')
  while (written < bytes) {
    for (let iteration = 0; iteration < 100; iteration += 1) {
      nanoseconds += Math.floor(random() * 4e6)
      const scenario = { group: '', scenario: 'default' }
      for (let request = 0; request < 2; request += 1) {
        batch += requestLines(nanoseconds + request * 1_234_567, random, point)
        requests += 1
      }
      const time = timeText(nanoseconds + 2_500_000)
      batch += point('data_sent', time, 160, scenario) + point('data_received', time, 1210, scenario)
      batch +=
        point('iteration_duration', time, milliseconds(random() * 50), scenario) +
        point('iterations', time, 1, scenario)
      lines += 24
    }
    written += writeSync(file, batch)
    batch = ''
  }
  closeSync(file)
  return { bytes: written, lines, requests }
}

type Point = (metric: string, time: string, value: number, tags: Readonly<Record<string, string>>) => string

function requestLines(nanoseconds: number, random: () => number, point: Point): string {
  const endpoint = Math.floor(random() * ENDPOINTS)
  const failed = random() < 0.02
  const group = GROUPS[endpoint % GROUPS.length] ?? ''
  const time = timeText(nanoseconds)
  const tags = {
    expected_response: String(!failed),
    group,
    method: 'GET',
    name: `GET /api/v1/resource-${endpoint}/{id}`,
    proto: 'HTTP/1.1',
    scenario: 'default',
    status: failed ? '503' : '200',
    url: `GET /api/v1/resource-${endpoint}/{id}`,
  }
  const latency = Math.exp(3 + 0.6 * normal(random)) * (1 + endpoint / 20)
  let lines = point('http_reqs', time, 1, tags) + point('http_req_duration', time, milliseconds(latency), tags)
  for (const phase of PHASES) {
    const value = phase.includes('waiting')
      ? latency * 0.95
      : phase.includes('connecting') || phase.includes('tls')
        ? 0
        : random() * 0.1
    lines += point(phase, time, milliseconds(value), tags)
  }
  lines += point('http_req_failed', time, failed ? 1 : 0, tags)
  return lines + point('checks', time, failed ? 0 : 1, { check: 'status is 200', group, scenario: 'default' })
}

function metricLine([name, type, contains]: readonly [string, string, string]): string {
  return `${JSON.stringify({ type: 'Metric', data: { name, type, contains, thresholds: [], submetrics: null }, metric: name })}\n`
}

function csvRow(metric: string, time: string, value: number, tags: Readonly<Record<string, string>>): string {
  const seconds = Math.floor(Date.parse(time) / 1000)
  return `${metric},${seconds},${value.toFixed(6)},${CSV_TAGS.map((tag) => tags[tag] ?? '').join(',')},,\n`
}

function jsonLine(metric: string, time: string, value: number, tags: Readonly<Record<string, string>>): string {
  return `{"metric":"${metric}","type":"Point","data":{"time":"${time}","value":${value},"tags":${JSON.stringify(tags)}}}\n`
}

function timeText(nanoseconds: number): string {
  const date = new Date(1_795_334_400_000 + Math.floor(nanoseconds / 1e6)).toISOString().slice(0, -1)
  return `${date}${String(nanoseconds % 1_000_000).padStart(6, '0')}`.replace(/0+$/, '').concat('Z')
}

/** k6 measures in nanoseconds and writes milliseconds. */
function milliseconds(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
