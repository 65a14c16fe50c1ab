import { shellWord } from '../model/shell-word.ts'
import type { WorkflowValues } from './fill-workflow.ts'

/** Writes a measure file for the facts of the repository. Lines that are only guesses end with `# REPLACE`. */
export function measureText({
  script,
  service,
  startCommand,
  action,
  loadCommand,
}: Pick<WorkflowValues, 'script' | 'service' | 'startCommand' | 'action'> & {
  /** The load command of a tool other than k6. Absent: k6 is used. */
  readonly loadCommand?: string
}): string {
  const [repository, ref = 'HEAD'] = (action ?? 'OWNER/perf-gate@v0').split('@')
  const steps = (startCommand ?? 'node service.mjs {port}').split(' && ')
  const build = steps.slice(0, -1).join(' && ')
  const mark = startCommand === null ? 'the command that starts your service' : 'when this does not start your service'
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${repository}/${ref}/schema/measure.schema.json
# The services that perf-gate measure starts, and their load tests. On a laptop: perf-gate measure --baseline-ref main
version: 1
${build === '' ? '#build: npm ci                  # called once in the folder of each version\n' : `build: ${build}\n`}
services:
  ${service}:
    # The service must listen on the port {port}, which is also the variable PORT, and stay in the foreground.
    start: ${steps.at(-1)} # REPLACE: ${mark} on port {port}
    #ready: /health             # the service is ready when this path answers; default: when its port is open
${loadCommand === undefined ? WARM_UP : ''}    load: ${quoted(loadCommand ?? `k6 run -e BASE_URL={address} ${shellWord(script)}`)}
`
}

const WARM_UP =
  '    #warm-up: k6 run -e DURATION=5s -e BASE_URL={address} load.js   # runs before each load test, on the process that was just started\n'

/** The text as a YAML scalar. */
function quoted(text: string): string {
  return text.includes("'") || text.includes(': ') || text.includes(' #') ? JSON.stringify(text) : text
}
