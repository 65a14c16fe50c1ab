import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { UserError } from '../model/errors.ts'

/** A container engine of this machine: the API of Docker, which Podman speaks too. https://docs.docker.com/reference/api/engine/ */
export type Engine = Readonly<{ socketPath: string }>

/** No request takes longer: the slowest is for the statistics, whose second sample takes up to 2 s. */
const ANSWER_WITHIN_MS = 10_000
const MAX_ANSWER_BYTES = 5_000_000

/** Docker's own rule for names: https://github.com/moby/moby/blob/v27.0.0/daemon/names/names.go */
const CONTAINER_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}$/

const inspected = z.object({
  Id: z.string().regex(/^[0-9a-f]{12,64}$/),
  State: z.object({ Running: z.boolean(), Pid: z.number().int().min(0), StartedAt: z.string().nullish() }),
  HostConfig: z
    .object({ Memory: z.number().nullish(), NanoCpus: z.number().nullish(), AutoRemove: z.boolean().nullish() })
    .nullish(),
})
const listed = z.array(
  z.object({ Id: z.string(), Ports: z.array(z.object({ PublicPort: z.number().optional() })).nullish() }),
)
const stats = z.object({
  read: z.string(),
  cpu_stats: z.object({
    cpu_usage: z.object({ total_usage: z.number().min(0) }),
    throttling_data: z.object({ periods: z.number(), throttled_periods: z.number() }).optional(),
  }),
  memory_stats: z.object({
    usage: z.number().optional(),
    max_usage: z.number().optional(),
    limit: z.number().optional(),
    stats: z.record(z.string(), z.number()).optional(),
  }),
})
const event = z.object({ Action: z.string() })

/** A container as its engine describes it. */
export type Container = Readonly<{
  engine: Engine
  id: string
  /** Its first process. 0: the container does not run. */
  pid: number
  /** In milliseconds since 1970. null: unknown. */
  startedMs: number | null
  /** Whether the engine removes the container when it ends, as `--rm` asks. */
  removesItself: boolean
  /** null: no limit. */
  cpuLimitCores: number | null
  memoryLimitBytes: number | null
}>

export type ContainerStats = z.infer<typeof stats>

/**
 * The sockets of Docker and Podman, including those that run without root:
 * https://docs.podman.io/en/latest/markdown/podman-system-service.1.html
 */
export function enginesOf(env: Readonly<Record<string, string | undefined>>): readonly Engine[] {
  const { DOCKER_HOST: host, XDG_RUNTIME_DIR: own } = env
  if (host !== undefined && host !== '') {
    // An engine on another machine also counts other work there, so its numbers cannot be assigned to this load.
    return host.startsWith('unix://') ? [{ socketPath: host.slice('unix://'.length) }] : []
  }
  return [
    '/var/run/docker.sock',
    ...(own === undefined ? [] : [`${own}/docker.sock`, `${own}/podman/podman.sock`]),
    '/run/podman/podman.sock',
  ].map((socketPath) => ({ socketPath }))
}

/** The container with this name or id. Throws a UserError when no engine has it. */
export async function findContainer(name: string, engines: readonly Engine[]): Promise<Container> {
  if (!CONTAINER_NAME.test(name)) {
    throw new UserError(
      `${JSON.stringify(name)} is not the name of a container: use letters, digits, "_", "." and "-".`,
    )
  }
  if (engines.length === 0) {
    throw new UserError(
      `The container ${name} cannot be sampled: DOCKER_HOST names an engine of another machine. Measure on that machine.`,
    )
  }
  const problems: string[] = []
  for (const engine of engines) {
    try {
      return await containerOf(engine, name)
    } catch (error) {
      problems.push(`${engine.socketPath}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new UserError(
    `No engine has the container ${name}. ${problems.join('; ')}. Give its name or id as \`docker ps\` shows it.`,
  )
}

/** The container that publishes a port of this machine. null: no container does, or no engine answers. */
export async function containerAtPort(port: number, engines: readonly Engine[]): Promise<Container | null> {
  for (const engine of engines) {
    const all = await ask(engine, '/containers/json').catch(() => null)
    const found = listed.safeParse(all).data?.find(({ Ports }) => Ports?.some(({ PublicPort }) => PublicPort === port))
    if (found !== undefined) return await containerOf(engine, found.Id).catch(() => null)
  }
  return null
}

/** A container as its engine describes it now. `name`: its name or id. Fails when the engine has no such container. */
export async function containerOf(engine: Engine, name: string): Promise<Container> {
  const { Id, State, HostConfig } = inspected.parse(await ask(engine, `/containers/${encodeURIComponent(name)}/json`))
  return {
    engine,
    id: Id,
    pid: State.Running ? State.Pid : 0,
    startedMs: Date.parse(State.StartedAt ?? '') || null,
    removesItself: HostConfig?.AutoRemove ?? false,
    // 0 means no limit.
    cpuLimitCores: (HostConfig?.NanoCpus ?? 0) / 1e9 || null,
    memoryLimitBytes: HostConfig?.Memory || null,
  }
}

/** null: the container does not run. For a stopped container the engine answers with zeros and the year 1. */
export async function statsOf({ engine, id }: Container): Promise<ContainerStats | null> {
  const answer = stats.safeParse(await ask(engine, `/containers/${id}/stats?stream=false`).catch(() => null)).data
  return answer === undefined || answer.read.startsWith('0001') ? null : answer
}

/** How often a container ran out of memory. Works for a container that has been removed. 0 when the engine keeps no such events. */
export async function oomEvents(
  { engine, id }: Container,
  sinceSeconds: number,
  untilSeconds: number,
): Promise<number> {
  const filters = encodeURIComponent(JSON.stringify({ container: [id], event: ['oom'] }))
  const path = `/events?since=${sinceSeconds}&until=${untilSeconds}&filters=${filters}`
  const text = await textOf(engine, path).catch(() => '')
  return text.split('\n').filter((line) => event.safeParse(jsonOf(line)).data?.Action === 'oom').length
}

/** How long to wait for the engine to remove a container that was started with `--rm` and has ended. */
const REMOVED_WITHIN_MS = 5_000
const POLL_EVERY_MS = 50

/**
 * Kills a container. Waits until it has ended and, when it was started with `--rm`, until the engine has removed it, so that
 * the next container can have its name.
 */
export async function endContainer({ engine, id, removesItself }: Container): Promise<void> {
  await textOf(engine, `/containers/${id}/kill`, 'POST').catch(() => null)
  const beganMs = performance.now()
  while (performance.now() - beganMs < REMOVED_WITHIN_MS) {
    const left = await containerOf(engine, id).catch(() => null)
    if (left === null || (left.pid === 0 && !removesItself)) return
    await pause(POLL_EVERY_MS)
  }
}

async function ask(engine: Engine, path: string): Promise<unknown> {
  return JSON.parse(await textOf(engine, path))
}

async function textOf({ socketPath }: Engine, path: string, method: 'GET' | 'POST' = 'GET'): Promise<string> {
  return await new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const asked = request({ socketPath, path, method, signal, headers: { host: 'localhost' } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => {
        text += piece
        if (text.length > MAX_ANSWER_BYTES) asked.destroy(new Error('it answers with more than 5 MB'))
      })
      answer.on('error', reject)
      answer.on('end', () => {
        // 204: the request is done, and the answer has no content.
        if (answer.statusCode === 200 || answer.statusCode === 204) resolve(text)
        else reject(new Error(answer.statusCode === 404 ? 'no such container' : `it answers with ${answer.statusCode}`))
      })
    })
    asked.on('error', (error: NodeJS.ErrnoException) => reject(new Error(reasonOf(error))))
    asked.end()
  })
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such socket'
  if (code === 'EACCES') return 'this user may not open it (EACCES). Add the user to the group of the socket'
  return code ?? message
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
