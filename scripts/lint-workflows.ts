import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createWorkflowLinter } from './workflow-problems.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const problemsOf = await createWorkflowLinter()
for (const folder of ['.github/workflows', 'examples/workflows']) {
  for (const name of (await readdir(`${root}${folder}`, { recursive: true })).filter((file) => file.endsWith('.yml'))) {
    const path = `${folder}/${name}`
    const text = await readFile(`${root}${path}`, 'utf8')
    for (const problem of problemsOf(text, path)) {
      process.exitCode = 1
      console.error(problem)
    }
  }
}
