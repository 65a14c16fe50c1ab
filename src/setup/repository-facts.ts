import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../model/errors.ts'
import { isRunnable, type K6Script, serviceOfScript } from './k6-script.ts'
import { outputOf } from './program.ts'

/** Facts that can be read from a checkout, so that the user need not type them. */
export type RepositoryFacts = Readonly<{
  /** The top folder of the checkout. */
  folder: string
  /** `owner/name`; null: there is no remote called origin. */
  slug: string | null
  defaultBranch: string
  /** Sorted by path. */
  scripts: readonly K6Script[]
  /** The command that probably installs and starts the service. null: none was found. */
  startCommand: string | null
}>

/** Matches the import of a k6 module: https://grafana.com/docs/k6/latest/using-k6/modules/ */
const K6_IMPORT = '(from|import|require\\()[[:space:]]*[\'"]k6(/[a-z0-9/_-]+)?[\'"]'

/** Reads the facts. Throws a UserError when the folder is not in a Git checkout. */
export async function readRepositoryFacts(folder: string): Promise<RepositoryFacts> {
  const top = await outputOf('git', ['rev-parse', '--show-toplevel'], folder)
  if (top === null) {
    throw new UserError(`${folder} is not in a git checkout. Run this command in a checkout of your repository.`)
  }
  const slug = await slugOf(top)
  const name = slug?.split('/')[1] ?? top.slice(top.lastIndexOf('/') + 1)
  return {
    folder: top,
    slug,
    defaultBranch: await defaultBranchOf(top),
    scripts: await findScripts(top, name),
    startCommand: await findStartCommand(top),
  }
}

/** `owner/name` of the remote called origin. null: there is no such remote. */
export async function slugOf(folder: string): Promise<string | null> {
  const url = await outputOf('git', ['remote', 'get-url', 'origin'], folder)
  return slugOfUrl(url ?? '')
}

/** `owner/name` of `git@github.com:owner/name.git`, `https://host/owner/name` or `ssh://git@host/owner/name`. */
export function slugOfUrl(url: string): string | null {
  const match = /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)
  return match?.[1] ?? null
}

/** The default branch of origin. When the checkout does not know it, the checked out branch. */
async function defaultBranchOf(folder: string): Promise<string> {
  const head = await outputOf('git', ['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'], folder)
  if (head !== null) return head.replace(/^origin\//, '')
  return (await outputOf('git', ['branch', '--show-current'], folder)) || 'main'
}

async function findScripts(folder: string, repository: string): Promise<readonly K6Script[]> {
  const paths = ['*.js', '*.mjs', '*.cjs', '*.ts', ':!*.d.ts']
  const listed = await outputOf('git', ['grep', '--untracked', '-lzE', K6_IMPORT, '--', ...paths], folder)
  const scripts: K6Script[] = []
  for (const path of (listed ?? '')
    .split('\0')
    .filter((name) => name !== '')
    .toSorted()) {
    const text = await readFile(join(folder, path), 'utf8')
    if (isRunnable(text)) scripts.push({ path, service: serviceOfScript(path, repository) })
  }
  return scripts
}

const INSTALLS = [
  ['pnpm-lock.yaml', 'pnpm install --frozen-lockfile', 'pnpm start'],
  ['yarn.lock', 'yarn install --immutable', 'yarn start'],
  ['package-lock.json', 'npm ci', 'npm start'],
  ['package.json', 'npm install', 'npm start'],
] as const

async function findStartCommand(folder: string): Promise<string | null> {
  const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '')
  if (/"start"\s*:/.test(manifest)) {
    for (const [file, install, start] of INSTALLS) {
      const found = await readFile(join(folder, file)).catch(() => null)
      if (found !== null) return `${install} && ${start}`
    }
  }
  const goModule = await readFile(join(folder, 'go.mod'), 'utf8').catch(() => null)
  return goModule === null ? null : 'go run .'
}
