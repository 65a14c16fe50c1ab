import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { type CliCommand, COMMANDS } from '../src/commands/registry.ts'
import { callLines, EXIT_CODES, usageRows } from '../src/commands/usage.ts'
import { measureSchemaText } from './generate-measure-schema.ts'
import { metricsSchemaText } from './generate-metrics-schema.ts'
import { policyTables } from './generate-policy-page.ts'
import { policySchemaText } from './generate-policy-schema.ts'
import { reportSchemaText } from './generate-report-schema.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

type Entry = Readonly<{ description: string; default?: string }>

/** The generated documents: the path of each, and its content. */
async function documents(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['schema/policy.schema.json', policySchemaText()],
    ['schema/measure.schema.json', measureSchemaText()],
    ['schema/report.schema.json', reportSchemaText()],
    ['docs/action.md', await actionPage()],
    ['docs/command-line.md', await commandLinePage()],
    ['schema/metrics.schema.json', metricsSchemaText()],
    ['docs/policy.md', await policyPage()],
  ])
}

async function actionPage(): Promise<string> {
  const action = parse(await readFile(`${root}action.yml`, 'utf8')) as Record<
    'inputs' | 'outputs',
    Record<string, Entry>
  >
  const text = await readFile(`${root}docs/action.md`, 'utf8')
  return filled(filled(text, 'inputs', inputsTable(action.inputs)), 'outputs', outputsTable(action.outputs))
}

async function commandLinePage(): Promise<string> {
  const text = await readFile(`${root}docs/command-line.md`, 'utf8')
  const sections = await Promise.all(COMMANDS.map(commandSection))
  return filled(text, 'commands', sections.join('\n\n'))
}

async function commandSection({ name, does, load }: CliCommand): Promise<string> {
  const { usage } = await load()
  const { guide, exitCodes = EXIT_CODES } = usage
  const rows = usageRows(usage).map(([argument, says]) => `| \`${argument}\` | ${says} |`)
  return [
    `## ${name}`,
    `It ${does}.`,
    ['```', ...callLines(name, usage), '```'].join('\n'),
    ['| argument | what it says |', '|---|---|', ...rows].join('\n'),
    `Exit code ${exitCodes}`,
    `More: [${guide}](${guide.replace('docs/', '')})`,
  ].join('\n\n')
}

async function policyPage(): Promise<string> {
  const text = await readFile(`${root}docs/policy.md`, 'utf8')
  return [...policyTables()].reduce((page, [name, table]) => filled(page, name, table), text)
}

function inputsTable(inputs: Record<string, Entry>): string {
  const rows = Object.entries(inputs).map(
    ([name, input]) => `| \`${name}\` | ${input.description} | ${shownDefault(input.default)} |`,
  )
  return ['| input | what it says | default |', '|---|---|---|', ...rows].join('\n')
}

function outputsTable(outputs: Record<string, Entry>): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${description} |`)
  return ['| output | what it holds |', '|---|---|', ...rows].join('\n')
}

function shownDefault(value: string | undefined): string {
  if (value === undefined || value === '') return ''
  return value.startsWith('$') ? "the job's token" : `\`${value}\``
}

/** Writes a table between `<!-- begin NAME -->` and `<!-- end NAME -->`. */
function filled(text: string, name: string, table: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`A page lacks ${begin} … ${end}.`)
  return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`
}

const check = process.argv.includes('--check')
for (const [path, wanted] of await documents()) {
  const found = await readFile(`${root}${path}`, 'utf8').catch(() => '')
  if (found === wanted) continue
  if (check) {
    console.error(`${path} is old. Run "npm run docs" and commit it.`)
    process.exitCode = 1
  } else {
    await writeFile(`${root}${path}`, wanted)
    console.log(`wrote ${path}`)
  }
}
