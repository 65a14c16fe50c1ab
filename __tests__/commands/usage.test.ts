import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { FlagError, readArguments } from '../../src/commands/arguments.ts'
import { COMMANDS } from '../../src/commands/registry.ts'
import { commandsText, type Usage, usageText } from '../../src/commands/usage.ts'

const USAGE = {
  guide: 'docs/guides/toy.md',
  calls: ['PATH', '-'],
  flags: {
    output: { type: 'string', short: 'o', value: 'FILE', says: 'where it goes' },
    service: { type: 'string', multiple: true, value: 'NAME', says: 'what is looked at' },
    force: { type: 'boolean', says: 'replaces what is there' },
  },
  exitCodes: '0: written. 2: nothing is written.',
} as const satisfies Usage

test('the help of a command', () => {
  expect(usageText('toy', 'plays', USAGE)).toBe(`perf-gate toy PATH
perf-gate toy -

It plays.

  -o, --output FILE   where it goes
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
  [['path'], '"path" is no flag, and this command takes only flags.'],
])('%j: %s', (args, message) => {
  expect(() => readArguments(args, USAGE.flags)).toThrow(new FlagError(message))
})

test('a value that looks like a flag is not taken for one', () => {
  expect(() => readArguments(['--output', '--force'], USAGE.flags)).toThrow(/--output=-XYZ/)
  expect(readArguments(['--output=--force'], USAGE.flags).values).toMatchObject({ output: '--force' })
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
