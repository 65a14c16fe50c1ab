import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { workflowProblems } from './workflow-problems.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

for (const folder of ['.github/workflows', 'examples/workflows']) {
  for (const name of (await readdir(`${root}${folder}`, { recursive: true })).filter((file) => file.endsWith('.yml'))) {
    const path = `${folder}/${name}`
    const text = await readFile(`${root}${path}`, 'utf8')
    for (const problem of await workflowProblems(text, path)) {
      process.exitCode = 1
      console.error(problem)
    }
  }
}
