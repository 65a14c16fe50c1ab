import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { FlagError, readArguments } from '../../src/commands/arguments.ts'
import { COMMANDS } from '../../src/commands/registry.ts'
import { commandsText, type Usage, usageText } from '../../src/commands/usage.ts'

const USAGE = {
  guide: 'docs/guides/toy.md',
  calls: ['PATH', '-'],
  flags: {
    output: { type: 'string', short: 'o', value: 'FILE', writes: 'file', says: 'where it goes' },
    page: { type: 'string', value: 'FILE', writes: 'file', says: 'where the page goes' },
    store: { type: 'string', value: 'DIR', writes: 'folder', says: 'where all is kept' },
    service: { type: 'string', multiple: true, value: 'NAME', says: 'what is looked at' },
    force: { type: 'boolean', says: 'replaces what is there' },
  },
  exitCodes: '0: written. 2: nothing is written.',
} as const satisfies Usage

test('the help of a command has its calls, its purpose and its flags', () => {
  expect(usageText('toy', 'plays', USAGE)).toBe(`perf-gate toy PATH
perf-gate toy -

It plays.

  -o, --output FILE   where it goes
  --page FILE         where the page goes
  --store DIR         where all is kept
  --service NAME ...  what is looked at
  --force             replaces what is there

Exit code 0: written. 2: nothing is written.
More in docs/guides/toy.md.
`)
})

test('the help of the program names each command once, in lines that a terminal shows whole', () => {
  const lines = commandsText(COMMANDS).split('\n')
  for (const { name, does } of COMMANDS) {
    expect(lines.filter((line) => line.startsWith(`  ${name} `) && line.endsWith(`  ${does}`))).toHaveLength(1)
  }
  expect(lines.filter((line) => line.length > 120)).toEqual([])
})

test.each(COMMANDS.map((command) => [command.name, command] as const))(
  '%s: each flag is explained, what is called exists, and so does the page',
  async (name, { does, load }) => {
    const { usage } = await load()
    const called = usage.calls.flatMap((call) => [...call.matchAll(/--([a-z-]+)/g)].map(([, flag]) => flag ?? ''))
    expect(Object.keys(usage.flags)).toEqual(expect.arrayContaining(called))
    for (const { type, value, says } of Object.values(usage.flags)) {
      expect(value === undefined).toBe(type === 'boolean')
      // In a Markdown table, `
      // ` ends a cell and `<` begins an element.
      expect(says).toMatch(/^[^|<]{5,100}$/)
    }
    expect(existsSync(fileURLToPath(new URL(`../../${usage.guide}`, import.meta.url)))).toBe(true)
    const text = usageText(name, does, usage)
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([])
  },
)

test.each([
  [['--outptu', 'x'], 'This command has no flag --outptu. Did you mean --output?'],
  [['--colour'], 'This command has no flag --colour.'],
  [['-x'], 'This command has no flag -x.'],
  [['--toString'], 'This command has no flag --toString.'],
  [['--output'], '--output needs a value: --output FILE.'],
  [['-o'], '-o needs a value: -o FILE.'],
  [['--force=yes'], '--force takes no value.'],
  [['path'], '"path" is not a flag, and this command takes only flags.'],
  [['--output='], '--output is empty: --output FILE.'],
  [['--output', ''], '--output is empty: --output FILE.'],
  [['--service', 'x', '--service', ''], '--service is empty: --service NAME.'],
  [
    ['--output', '--force'],
    '--output needs a value, and --force looks like a flag. If it is the value: --output=--force',
  ],
  [['-o', '-1'], '-o needs a value, and -1 looks like a flag. If it is the value: --output=-1'],
  [['--output', 'a', '--output', 'b'], '--output is given more than once.'],
  [['--output', 'a', '-o', 'a'], '-o is given more than once.'],
  [['--output', 'a', '--page', './b/../a'], '--output and --page are the same file: ./b/../a.'],
  [['--output', '-'], '--output: "-" is no path. Standard output is /dev/stdout.'],
  [['--output', '.'], '--output: . is a folder. Give the path of a file.'],
  [['--store', 'package.json'], '--store: package.json is a file. Give the path of a folder.'],
  [
    ['--output', 'package.json/deep/report.json'],
    `--output: ${join(process.cwd(), 'package.json')} is a file, so no folder can be there.`,
  ],
])('%j: %s', (args, message) => {
  expect(() => readArguments(args, USAGE.flags)).toThrow(new FlagError(message))
})

test('an empty path is refused, as an empty variable of a shell gives it', () => {
  expect(() => readArguments(['', '--force'], USAGE.flags, true)).toThrow(new FlagError('A path is empty.'))
})

test('a value that looks like a flag, and a path that does not exist yet, are taken as they are', () => {
  expect(readArguments(['--output=--force'], USAGE.flags).values).toMatchObject({ output: '--force' })
  expect(readArguments(['--service', '-'], USAGE.flags).values).toMatchObject({ service: ['-'] })
  const both = { output: '/dev/stdout', page: '/dev/stdout', store: 'made/when/needed' }
  const args = Object.entries(both).flatMap(([flag, path]) => [`--${flag}`, path])
  expect({ ...readArguments(args, USAGE.flags).values }).toEqual(both)
})

test('flags and paths are read in any order, and what follows -- is a path', () => {
  const { values, positionals } = readArguments(
    ['a', '--force', '-o', 'out', '--service', 'x', '--service=y', '--', '--help'],
    USAGE.flags,
    true,
  )
  expect({ ...values }).toEqual({ force: true, output: 'out', service: ['x', 'y'] })
  expect(positionals).toEqual(['a', '--help'])
})

const READING = {
  input: { type: 'string', value: 'PATH', says: 'what is read' },
  previous: { type: 'string', value: 'FILE', mayBeReplaced: true, says: 'the page before' },
  service: { type: 'string', value: 'NAME', says: 'what is looked at' },
  results: { type: 'string', value: 'DIR', writes: 'folder', says: 'where the results go' },
  json: { type: 'string', value: 'FILE', writes: 'file', says: 'where the report goes' },
} as const satisfies Usage['flags']

test.each([
  [['--input', 'new.json', '--json', './new.json'], '--json would overwrite ./new.json, which this command reads.'],
  [['--json=new.json', 'new.json'], '--json would overwrite new.json, which this command reads.'],
])('what is read stays: %j', (args, message) => {
  expect(() => readArguments(args, READING, true)).toThrow(new FlagError(message))
})

test.each([
  [['--previous', 'new.json', '--json', 'new.json']],
  [['--service', 'new', '--results', 'new']],
  [['--input', 'old.json', '--json', 'new.json']],
])('nothing of value is overwritten: %j', (args) => {
  expect(() => readArguments(args, READING)).not.toThrow()
})
