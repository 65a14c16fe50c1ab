import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node24, REPOSITORY_ROOT } from '../e2e/runner/job-environment.ts'
import { HANGS_AFTER_MS } from '../hangs-after.ts'
import type { HostileArtifact } from './artifacts.ts'
import type { Judged } from './judge-artifact.ts'

/** The promises of docs/security.md for the worst input. */
export const MAX_MEMORY_BYTES = 300e6
export const MAX_CPU_MS = 5000

/** Compiling the sources takes a third of the time of such a process: https://nodejs.org/api/module.html#module-compile-cache */
const COMPILED_ONCE = { ...process.env, NODE_COMPILE_CACHE: join(REPOSITORY_ROOT, 'node_modules/.cache/compiled') }

const LOADER = fileURLToPath(new URL('../../scripts/load-templates.ts', import.meta.url))
const JUDGE = fileURLToPath(new URL('judge-artifact.ts', import.meta.url))

/** Judges an artifact in a process of its own, so that its memory is its own. */
export async function judgeInProcess({ bytes }: Pick<HostileArtifact, 'bytes'>): Promise<Judged> {
  const folder = await mkdtemp(join(tmpdir(), 'perf-gate-hostile-'))
  try {
    const path = join(folder, 'artifact')
    await writeFile(path, await bytes())
    const text = await new Promise<string>((resolve, reject) => {
      const args = ['--disable-warning=ExperimentalWarning', '--import', LOADER, JUDGE, path]
      const options = { env: COMPILED_ONCE, timeout: HANGS_AFTER_MS, maxBuffer: 64 * 1024 ** 2 }
      execFile(node24(), args, options, (error, stdout, stderr) => {
        if (error === null) resolve(stdout)
        else reject(new Error(`The gate died: ${stderr.slice(0, 2000) || error.message}`))
      })
    })
    return JSON.parse(text) as Judged
  } finally {
    await rm(folder, { recursive: true })
  }
}
