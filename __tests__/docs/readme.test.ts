import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { blocksOf, readRepositoryFile } from './markdown-page.ts'

type Workflow = Readonly<{ jobs: Record<string, Readonly<{ permissions: unknown; needs: unknown; steps: unknown[] }>> }>

const readme = readRepositoryFile('README.md')

test('the README has at most 150 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150)
})

test('the job that judges is the one of the recommended example', () => {
  const shown = blocksOf(readme).find(({ language, text }) => language === 'yaml' && text.startsWith('jobs:'))
  const { judge } = (parse(shown?.text ?? '') as Workflow).jobs
  const example = (parse(readRepositoryFile('examples/workflows/pairs.yml')) as Workflow).jobs.judge
  expect(judge?.permissions).toEqual(example?.permissions)
  expect(judge?.needs).toBe(example?.needs)
  expect(example?.steps[0]).toMatchObject(judge?.steps[0] as object)
})

test('the inputs and outputs that it names are those of action.yml', () => {
  const action = parse(readRepositoryFile('action.yml')) as Record<'inputs' | 'outputs', Record<string, object>>
  const chapter = readme.slice(readme.indexOf('## Inputs and outputs'), readme.indexOf('## When to use'))
  const inputs = [...chapter.matchAll(/^\| `([\w-]+)` \| (.*?) \|/gm)]
  expect(inputs.length).toBeGreaterThan(3)
  for (const [, name = '', shown = ''] of inputs) {
    const { default: value = '' } = action.inputs[name] as { default?: string }
    if (value !== '') expect([name, shown]).toEqual([name, `\`${value}\``])
  }
  const outputs = [...(/outputs (.*?)\. \[/.exec(chapter)?.[1] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name]) => name)
  expect(outputs.length).toBeGreaterThan(3)
  expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(outputs))
})
