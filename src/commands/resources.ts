import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { measureResources, sampledService } from '../formats/measure-resources.ts'
import { parseResources } from '../formats/resources.ts'
import { proxyAwareFetch } from '../github/proxy.ts'
import { UserError } from '../model/errors.ts'
import { momentMs } from '../model/moment.ts'
import { formatDuration, formatValue } from '../model/numbers.ts'
import { terminalLine } from '../model/terminal-text.ts'
import { distinct, name, type Text, text } from '../model/text.ts'
import { type PodResources, podResources } from '../prometheus/pod-resources.ts'
import { prometheusAt } from '../prometheus/query.ts'
import { readArguments, requiredFlag } from './arguments.ts'
import { print } from './print.ts'
import type { Usage } from './usage.ts'

/** The name of a target in the file is that of a service, so it follows the rules of results/layout.ts. */
const TARGET = /^[a-z0-9][a-z0-9._-]{0,63}$/

export const USAGE = {
  guide: 'docs/guides/resources.md',
  calls: ['--from prometheus=URL --selector LABELS --start TIME --end TIME --out PATH'],
  flags: {
    from: { type: 'string', value: 'prometheus=URL', says: 'the server; its token is read from PROMETHEUS_TOKEN' },
    selector: {
      type: 'string',
      value: 'LABELS',
      says: 'the containers of the service: namespace="shop",pod=~"checkout-.*"',
    },
    start: { type: 'string', value: 'TIME', says: 'when the load began: 2026-11-25T10:00:00Z, or seconds since 1970' },
    end: { type: 'string', value: 'TIME', says: 'when the load ended' },
    out: { type: 'string', value: 'PATH', writes: 'file or folder', says: 'the folder of the run, or a file' },
    service: { type: 'string', value: 'NAME', says: 'the name of the service in the samples; default: service' },
  },
  exitCodes: '0: the gate can use it. 1: a line says what the gate will not use, and why. 2: nothing was written.',
} as const satisfies Usage

/**
 * `perf-gate resources` asks a monitoring system for the CPU and the memory of a service during a load test, and writes
 * `resources.ndjson`. Exit code 1: the file is written, but the gate will not use it.
 */
export async function resources(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, USAGE.flags)
  const address = /^prometheus=(.+)$/.exec(requiredFlag('from', values.from))?.[1]
  if (address === undefined) {
    throw new UserError(
      `--from cannot be ${JSON.stringify(values.from)}. Give --from prometheus=http://127.0.0.1:9090.`,
    )
  }
  const selector = requiredFlag('selector', values.selector)
  const startSeconds = secondsOf('start', requiredFlag('start', values.start))
  const endSeconds = secondsOf('end', requiredFlag('end', values.end))
  if (endSeconds <= startSeconds)
    throw new UserError('--end is not after --start: give when the load began and when it ended.')
  const target = values.service ?? 'service'
  if (!TARGET.test(target)) {
    throw new UserError(`--service cannot be ${JSON.stringify(target)}: use at most 64 of a-z, 0-9, ".", "_" and "-".`)
  }
  const out = await fileOf(requiredFlag('out', values.out))
  const token = process.env.PROMETHEUS_TOKEN || null
  const server = prometheusAt(address, { token, fetch: await proxyAwareFetch(process.env) })
  const found = await podResources(server, { target, selector, startSeconds, endSeconds })
  const ndjson = linesOf(found, startSeconds, endSeconds)
  await writeFile(out, ndjson)
  const problems = problemsOf(ndjson)
  print(`${[...summaryOf(out, ndjson, found), ...problems].map(terminalLine).join('\n')}\n`)
  return problems.length > 0 ? 1 : 0
}

/** `1795600800`, `1795600800.5`, or `2026-11-25T10:00:00Z`. The commands `date +%s` and `date -u +%FT%TZ` print such times. */
function secondsOf(flag: string, text: string): number {
  if (/^\d{9,11}(?:\.\d+)?$/.test(text)) return Number(text)
  const isDated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text)
  const ms = isDated ? momentMs(text) : null
  if (ms !== null) return ms / 1000
  throw new UserError(
    `--${flag} cannot be ${JSON.stringify(text)}. Give a time such as 2026-11-25T10:00:00Z, or seconds since 1970, as date +%s prints them.`,
  )
}

async function fileOf(path: string): Promise<string> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return isFolder ? join(path, 'resources.ndjson') : path
}

function linesOf({ samples, oomKills }: PodResources, startSeconds: number, endSeconds: number): string {
  const kills = oomKills > 0 ? { oomKills } : {}
  const lines = [{ t: startSeconds, event: 'load-start' }, ...samples, { t: endSeconds, event: 'load-end', ...kills }]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

const WHOLE = { excludeFirstMs: 0, excludeLastMs: 0, requests: null }

function summaryOf(out: string, ndjson: string, { samples, notes }: PodResources): readonly Text[] {
  const { instances, seconds, cpuLimitCores, memoryLimitBytes, source } = sampledService(parseResources(ndjson), WHOLE)
  const limits = [
    cpuLimitCores === null ? null : `${cpuLimitCores} cores`,
    memoryLimitBytes === null ? null : formatValue(memoryLimitBytes, 'bytes'),
  ].filter((limit) => limit !== null)
  const each = limits.length === 0 ? [] : text` Limits of each: ${limits.join(', ')}.`
  return [
    text`${name(out)}: ${samples.length} samples of ${instances} ${instances === 1 ? 'instance' : 'instances'} in ${formatDuration(1000 * seconds)}, by ${name(source ?? 'an unknown source')}.${each}`,
    ...notes.map((note) => text`Note: ${note}`),
  ]
}

/** The problems that the gate will find in the file. CPU per request is left out, because another file has the requests. */
function problemsOf(ndjson: string): readonly Text[] {
  const measured = measureResources(parseResources(ndjson), WHOLE).filter(({ metric }) => metric !== 'cpu_per_request')
  const problems = measured.flatMap(({ metric, unusable }) =>
    [...unusable.values()].map((why) => text`Cannot be used: ${metric}: ${why}.`),
  )
  return distinct(problems)
}
