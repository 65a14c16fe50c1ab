import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/model/errors.ts'
import { outputOf } from '../../src/setup/program.ts'
import { readRepositoryFacts, slugOfUrl } from '../../src/setup/repository-facts.ts'

const SCRIPT = "import http from 'k6/http'\nexport default function () { http.get('http://localhost') }\n"

let folder: string

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'perf-gate-facts-')))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function git(...args: readonly string[]): Promise<void> {
  if ((await outputOf('git', args, folder)) === null) throw new Error(`git ${args.join(' ')} failed`)
}

async function add(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

test('the facts of a checkout are read', async () => {
  await git('init', '--initial-branch', 'topic')
  await git('remote', 'add', 'origin', 'git@github.com:acme/shop.git')
  await git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
  await add('.gitignore', 'node_modules\n')
  await add('package.json', '{ "scripts": { "start": "node server.js" } }')
  await add('pnpm-lock.yaml', '')
  await add('services/search/perf/load.ts', SCRIPT)
  await add('services/checkout/load.js', SCRIPT.replace('import http from', 'const http = require('))
  await add('services/checkout/login.js', "import http from 'k6/http'\nexport function login() {}\n")
  await add('node_modules/other/load.js', SCRIPT)
  await add('src/server.js', 'export default function () {}\n')
  expect(await readRepositoryFacts(join(folder, 'services'))).toEqual({
    folder,
    slug: 'acme/shop',
    defaultBranch: 'trunk',
    scripts: [
      { path: 'services/checkout/load.js', service: 'checkout' },
      { path: 'services/search/perf/load.ts', service: 'search' },
    ],
    startCommand: 'pnpm install --frozen-lockfile && pnpm start',
  })
})

test('a checkout without a remote and without scripts', async () => {
  await git('init', '--initial-branch', 'trunk')
  expect(await readRepositoryFacts(folder)).toEqual({
    folder,
    slug: null,
    defaultBranch: 'trunk',
    scripts: [],
    startCommand: null,
  })
})

test('a service in Go', async () => {
  await git('init')
  await add('go.mod', 'module shop\n')
  expect((await readRepositoryFacts(folder)).startCommand).toBe('go run .')
})

test('a folder outside of git is an error that says what to do', async () => {
  await expect(readRepositoryFacts(folder)).rejects.toThrow(UserError)
  await expect(readRepositoryFacts(folder)).rejects.toThrow('Run this command in a checkout of your repository.')
})

describe('the name of a repository', () => {
  test.each([
    ['git@github.com:acme/shop.git', 'acme/shop'],
    ['https://github.com/acme/shop', 'acme/shop'],
    ['https://user:secret@github.example.com/acme/my.shop.git', 'acme/my.shop'],
    ['ssh://git@github.com:22/acme/shop.git', 'acme/shop'],
    ['https://github.com/acme/shop/', 'acme/shop'],
    ['/srv/git/shop.git', null],
    ['', null],
  ])('%s → %s', (url, slug) => {
    expect(slugOfUrl(url)).toBe(slug)
  })
})
