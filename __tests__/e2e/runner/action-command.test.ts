import { describe, expect, test } from '@jest/globals'
import { type ActionCommand, parseCommandV1, parseCommandV2, REGISTERED } from './action-command.ts'
import { readCommandFile } from './command-file.ts'
import { createLineSplitter, createStepLog } from './step-log.ts'

const registered = new Set(REGISTERED)

function shown(command: ActionCommand | null): unknown {
  return command === null ? null : [command.command, Object.fromEntries(command.properties), command.data]
}

/*
 * The lines and results of the runner's own tests:
 * https://github.com/actions/runner/blob/258d6c857db3519913f7deb6004b60172f8043ae/src/Test/L0/Worker/ActionCommandL0.cs
 */
describe("the runner's own tests", () => {
  const known = new Set(['do-something'])

  test.each([
    ['##[do-something k1=v1;]msg', ['do-something', { k1: 'v1' }, 'msg']],
    ['##[do-something]', ['do-something', {}, '']],
    ['##[do-something k1=%3B=%0D=%0A=%5D;]%3B-%0D-%0A-%5D', ['do-something', { k1: ';=\r=\n=]' }, ';-\r-\n-]']],
    [
      '##[do-something k1=%253B=%250D=%250A=%255D;]%253B-%250D-%250A-%255D',
      ['do-something', { k1: '%3B=%0D=%0A=%5D' }, '%3B-%0D-%0A-%5D'],
    ],
    ['##[do-something k1=;k2=;]', ['do-something', {}, '']],
    ['>>>   ##[do-something k1=v1;]msg', ['do-something', { k1: 'v1' }, 'msg']],
  ] as const)('v1: %j', (line, expected) => {
    expect(shown(parseCommandV1(line, known))).toEqual(expected)
  })

  test.each([
    ['::do-something k1=v1,::msg', ['do-something', { k1: 'v1' }, 'msg']],
    ['::do-something::', ['do-something', {}, '']],
    [
      '::do-something k1=;=%2C=%0D=%0A=]=%3A,::;-%0D-%0A-]-:-,',
      ['do-something', { k1: ';=,=\r=\n=]=:' }, ';-\r-\n-]-:-,'],
    ],
    [
      '::do-something k1=;=%252C=%250D=%250A=]=%253A,::;-%250D-%250A-]-:-,',
      ['do-something', { k1: ';=%2C=%0D=%0A=]=%3A' }, ';-%0D-%0A-]-:-,'],
    ],
    ['::do-something k1=,k2=,::', ['do-something', {}, '']],
    ['::do-something k1=v1::', ['do-something', { k1: 'v1' }, '']],
    ['   ::do-something k1=v1,::msg', ['do-something', { k1: 'v1' }, 'msg']],
    ['   >>>   ::do-something k1=v1,::msg', null],
  ] as const)('v2: %j', (line, expected) => {
    expect(shown(parseCommandV2(line, known))).toEqual(expected)
  })

  // https://github.com/actions/runner/blob/258d6c857db3519913f7deb6004b60172f8043ae/src/Test/L0/Worker/SetOutputFileCommandL0.cs
  test.each([
    [
      '\nMY_OUTPUT=my value\n\nMY_OUTPUT_2=my second value\n\n',
      { MY_OUTPUT: 'my value', MY_OUTPUT_2: 'my second value' },
    ],
    [
      'MY_OUTPUT==abc\nMY_OUTPUT_2=def=ghi\nMY_OUTPUT_3=jkl=\n',
      { MY_OUTPUT: '=abc', MY_OUTPUT_2: 'def=ghi', MY_OUTPUT_3: 'jkl=' },
    ],
    ['MY_OUTPUT<<EOF\nEOF\n', { MY_OUTPUT: '' }],
    [
      'MY_OUTPUT<<=EOF\nhello\none\n=EOF\nMY_OUTPUT_2<<<EOF\nhello\ntwo\n<EOF\nMY_OUTPUT_3<<EOF\nhello\n\nthree\n\nEOF\nMY_OUTPUT_4<<EOF\nhello=four\nEOF\nMY_OUTPUT_5<<EOF\n EOF\nEOF\n',
      {
        MY_OUTPUT: 'hello\none',
        MY_OUTPUT_2: 'hello\ntwo',
        MY_OUTPUT_3: 'hello\n\nthree\n',
        MY_OUTPUT_4: 'hello=four',
        MY_OUTPUT_5: ' EOF',
      },
    ],
  ])('a command file: %j', (text, expected) => {
    expect(Object.fromEntries(readCommandFile(text))).toEqual(expected)
  })
})

describe('commands in a line', () => {
  test.each([
    ['##[set-output name=verdict;]pass', ['set-output', { name: 'verdict' }, 'pass']],
    ['p95 of ##[set-output name=verdict]pass is', ['set-output', { name: 'verdict' }, 'pass is']],
    ['##[debug k1=v1;]msg%25', ['debug', { k1: 'v1' }, 'msg%']],
    ['##[debug k1=;=k2;a==b]x%3By%5Dz', ['debug', { a: 'b' }, 'x;y]z']],
    ['##[unknown name=x]y', null],
    ['##[set-output name=x', null],
    ['##\u200b[set-output name=x]y', null],
    ['# # [set-output name=x]y', null],
  ] as const)('v1: %j', (line, expected) => {
    expect(shown(parseCommandV1(line, registered))).toEqual(expected)
  })

  test.each([
    ['::set-output name=verdict::pass', ['set-output', { name: 'verdict' }, 'pass']],
    [
      ' \t ::warning file=a.js,line=1,title=T%2C%3A::m%0An%25',
      ['warning', { file: 'a.js', line: '1', title: 'T,:' }, 'm\nn%'],
    ],
    ['::GROUP::x', ['group', {}, 'x']],
    ['::endgroup::', ['endgroup', {}, '']],
    ['::error::100%250A', ['error', {}, '100%0A']],
    ['p95 ::set-output name=x::y', null],
    ['\u200b::set-output name=x::y', null],
    ['::set-output name=x:y', null],
    ['::unknown::y', null],
  ] as const)('v2: %j', (line, expected) => {
    expect(shown(parseCommandV2(line, registered))).toEqual(expected)
  })
})

describe('command files', () => {
  test.each([
    [
      'a=1\n\nb==2\n',
      [
        ['a', '1'],
        ['b', '=2'],
      ],
    ],
    [
      'a<<EOF\none\ntwo\nEOF\nb=1',
      [
        ['a', 'one\ntwo'],
        ['b', '1'],
      ],
    ],
    ['a<<EOF\nEOF\n', [['a', '']]],
    ['a=x<<EOF\n', [['a', 'x<<EOF']]],
    ['a<<EOF\nb=1\nEOF\na=2\n', [['a', '2']]],
    ['a=1\r\n', [['a', '1\r']]],
  ] as const)('%j', (text, expected) => {
    expect([...readCommandFile(text)]).toEqual(expected)
  })

  test.each([
    ['a', "Invalid format 'a'"],
    ['<<EOF\nEOF\n', 'Name must not be empty'],
    ['a<<\n', 'delimiter must not be empty'],
    ['a<<EOF\none\n', "Matching delimiter not found 'EOF'"],
    ['a<<EOF\none', 'EOF marker missing new line'],
  ])('%j is refused', (text, message) => {
    expect(() => readCommandFile(text)).toThrow(message)
  })
})

describe('the log of a step', () => {
  test('commands are obeyed, masked values are hidden, the rest is shown', () => {
    const log = createStepLog()
    for (const line of [
      'hello',
      '::add-mask::s3cret',
      'the s3cret',
      '::error file=a.js::bad s3cret',
      '::set-env name=A::b',
    ])
      log.add('stdout', line)
    const { lines, commands, annotations, failures } = log.read()
    expect(lines).toEqual(['hello', 'the ***', 'error: bad ***'])
    expect(commands.map((command) => command.command)).toEqual(['add-mask', 'error', 'set-env'])
    expect(annotations.map((annotation) => [annotation.level, annotation.properties.get('file')])).toEqual([
      ['error', 'a.js'],
    ])
    expect(failures).toEqual(['The `set-env` command is disabled.'])
  })

  test('between stop-commands and its token nothing is obeyed', () => {
    const log = createStepLog()
    for (const line of [
      '::stop-commands::pause-7',
      '##[set-output name=a]1',
      '::warning::x',
      '::pause-7::',
      '::set-output name=b::2',
    ])
      log.add('stderr', line)
    expect([...log.read().outputs]).toEqual([['b', '2']])
    expect(log.read().lines).toEqual(['##[set-output name=a]1', '::warning::x'])
  })

  test('ten annotations of a level, 4,096 characters each', () => {
    const log = createStepLog()
    for (let index = 0; index < 12; index += 1) log.add('stdout', `::warning::${'x'.repeat(5000)}`)
    log.add('stdout', '::notice::kept')
    expect(log.read().annotations.map((annotation) => [annotation.level, annotation.message.length])).toEqual([
      ...Array.from({ length: 10 }, () => ['warning', 4096]),
      ['notice', 4],
    ])
  })

  test('lines end at \\n, \\r\\n and a lone \\r, wherever the chunks are cut', () => {
    const text = 'one\ntwo\r\nthree\rfour'
    for (let cut = 0; cut <= text.length; cut += 1) {
      const lines: string[] = []
      const splitter = createLineSplitter((line) => lines.push(line))
      splitter.write(text.slice(0, cut))
      splitter.write(text.slice(cut))
      splitter.end()
      expect(lines).toEqual(['one', 'two', 'three', 'four'])
    }
  })
})
