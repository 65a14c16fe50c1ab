import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { UserError } from '../../src/model/errors.ts'
import type { MeasureRun } from './campaign.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))

/** Returns a function that does one run: it starts a new process of the service, and runs k6 against it. */
export function measureWith(k6: string): MeasureRun {
  return async ({ factor, seed }, { seconds, requestsPerSecond }, folder) => {
    const service = spawn(execPath, [join(HERE, 'service.ts'), String(factor), String(seed)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      const port = await firstLine(service)
      const environment = [`BASE_URL=http://127.0.0.1:${port}`, `SECONDS=${seconds}`, `RATE=${requestsPerSecond}`]
      const exitCode = await exitCodeOf(k6, [
        'run',
        '--quiet',
        '--no-usage-report',
        '--no-color',
        '--address=',
        ...environment.flatMap((one) => ['-e', one]),
        '--summary-export',
        join(folder, 'summary.json'),
        join(HERE, 'load.js'),
      ])
      if (exitCode !== 0) throw new UserError(`k6 ended with exit code ${exitCode}. Run again with --resume.`)
      await writeFile(join(folder, 'exit-code'), `${exitCode}\n`)
    } finally {
      service.kill()
    }
  }
}

async function firstLine(service: ChildProcess): Promise<string> {
  if (service.stdout === null) throw new Error('The service has no standard output.')
  const ended = once(service, 'exit').then(() => {
    throw new Error('The service of the lab ended before it listened.')
  })
  const [line] = (await Promise.race([once(service.stdout, 'data'), ended])) as [Buffer]
  return line.toString().trim()
}

async function exitCodeOf(program: string, args: readonly string[]): Promise<number | null> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const [exitCode] = (await once(child, 'exit')) as [number | null]
  return exitCode
}
