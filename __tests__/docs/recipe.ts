import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parse } from 'yaml'
import { HANGS_AFTER_MS } from '../hangs-after.ts'
import { blocksOf, readRepositoryFile } from './markdown-page.ts'

/** A step of a workflow, as a page shows it. */
export type Step = Readonly<{ run: string; env?: Readonly<Record<string, string>>; 'continue-on-error'?: boolean }>

/** The steps below a heading of a page, each in a `yaml` block of its own. */
export function stepsOf(page: string, heading: string): readonly Step[] {
  const section = readRepositoryFile(page)
    .split(/^(?=#+ )/m)
    .find((part) => part.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`${page} has no heading "${heading}".`)
  return blocksOf(section)
    .filter(({ language }) => language === 'yaml')
    .flatMap(({ text: block }) => parse(block) as readonly Step[])
}

export type Ended = Readonly<{ exitCode: number | null; stdout: string; stderr: string }>

/** Runs a step as GitHub does where no `shell` is set: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
export async function runStep(step: Step, folder: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const unknown = Object.keys(env).filter((name) => !step.run.includes(name) && name !== 'RUN')
  if (unknown.length > 0) throw new Error(`The step does not use ${unknown.join(', ')}.`)
  await writeFile(join(folder, 'step.sh'), step.run)
  const child = spawn('bash', ['-e', 'step.sh'], {
    cwd: folder,
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, ...step.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: HANGS_AFTER_MS,
  })
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { exitCode, stdout, stderr }
}

/** Puts a program of that name before all others on the PATH of a step. */
export async function standIn(folder: string, name: string, script: string): Promise<void> {
  await mkdir(join(folder, 'bin'), { recursive: true })
  await writeFile(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`)
  await chmod(join(folder, 'bin', name), 0o755)
}

export type Request = Readonly<{
  method: string
  path: string
  query: Readonly<Record<string, string>>
  headers: IncomingMessage['headers']
  body: string
}>

export type Answer = Readonly<{ status?: number; body: unknown }>

/** Answers on loopback, while `use` runs. */
export async function withServer<T>(
  answer: (request: Request) => Answer,
  use: (url: string, requests: readonly Request[]) => Promise<T>,
): Promise<T> {
  const requests: Request[] = []
  const server = createServer(async (incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://loopback')
    const request: Request = {
      method: incoming.method ?? '',
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: incoming.headers,
      body: await text(incoming),
    }
    requests.push(request)
    const { status = 200, body } = answer(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
