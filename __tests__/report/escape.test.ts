import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  formatChance,
  formatChange,
  formatDuration,
  formatInterval,
  formatLimit,
  formatMs,
  formatPoints,
  formatRatio,
  formatSignedLimit,
  formatSize,
  formatValue,
  listed,
} from '../../src/model/numbers.ts'
import { code, commit, htmlCode, link, plain, prose, unbroken, withPlainPipes } from '../../src/report/escape.ts'
import { anEstimate } from './verdicts.ts'

describe('names', () => {
  test.each([
    ['checkout', '`checkout`'],
    ['a|b', '`a\\|b`'],
    ['a\\|b', '`a\\∣b`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['``', '``` `` ```'],
    ['a\nb\tc', '`a b c`'],
    ['a\u202eb\u200bc\u0007d', '`abc d`'],
    ['', '`(empty)`'],
    ['\u200b', '`(empty)`'],
    ['<!-- perf-gate:v1', '`<! -- perf-gate:v1`'],
    ['\ud800x', '`\ufffdx`'],
  ])('%j is %j', (name, expected) => {
    expect(code(name)).toBe(expected)
  })

  test('120 code points at most, never half a character', () => {
    expect(code('😀'.repeat(200))).toBe(`\`${'😀'.repeat(119)}…\``)
    expect(code('a'.repeat(120))).toBe(`\`${'a'.repeat(120)}\``)
  })

  test('the title of a fold is HTML', () => {
    expect(htmlCode('<b>"&\n')).toBe('<code>&lt;b&gt;&quot;&amp;</code>')
  })

  test('a commit is cut as Git cuts it; another text is a name', () => {
    expect(commit('abc1234567890abc1234567890abc1234567890a')).toBe('`abc1234`')
    expect(commit('main')).toBe('`main`')
  })
})

describe('messages', () => {
  test.each([
    ['p95 of http_req_duration is 6.0 % slower (limit 5 %).', 'p95 of http_req_duration is 6.0 % slower (limit 5 %).'],
    ['It rose: +3.1 pp (0.12 % → 3.22 %).', 'It rose: +3.1 pp (0.12 % → 3.22 %).'],
    ['@alice said so', '`@alice` said so'],
    ['see #12, GH-12 and a@b.example.', 'see `#12`, `GH-12` and `a@b.example`.'],
    ['www.example.com or https://example.com/x', '`www.example.com` or `https://example.com/x`'],
    ['*bold* _it_ ~x~ $x$ :smile: &amp; <b>', '`*bold*` `_it_` `~x~` `$x$` `:smile`: `&amp`; `<b>`'],
    ['1. first', '`1`. first'],
    ['- item', '`-` item'],
    ['# title', '`#` title'],
    ['=== x', '`===` x'],
    ['list it under `paths` in the policy', 'list it under `paths` in the policy'],
    ['Comment `/perf-override <reason>`.', 'Comment `/perf-override <reason>`.'],
    ['a ` b ` | c', 'a `b` `\\|` c'],
    ['commit c0ffee1234 is old', 'commit `c0ffee1234` is old'],
    ['a.json (k6 --summary-export) and b.json', 'a.json (k6 `--summary-export`) and b.json'],
    ['what setup() did, and test.abort()', 'what `setup()` did, and `test.abort()`'],
  ])('%j is %j', (message, expected) => {
    expect(prose(message)).toBe(expected)
  })

  test('plain text keeps its signs and loses its lines', () => {
    expect(plain('a *b*\r\n@c')).toBe('a *b* @c')
  })
})

test('a pipe in a name has a backslash in tables only', () => {
  const sentence = `The file has ${code('a|b')} in it.`
  const table = `| ${code('a|b')} | 1 |\n|---|---:|\n| ${code('c|d')} | 2 |`
  const withoutEdges = `${code('a|b')} | 1\n--- | :-:\n${code('c|d')} | 2`
  expect(withPlainPipes(`${sentence}\n\n${table}\n\n${withoutEdges}\n\n- ${sentence}\n`)).toBe(
    'The file has `a|b` in it.\n\n| `a\\|b` | 1 |\n|---|---:|\n| `c\\|d` | 2 |\n\n`a\\|b` | 1\n--- | :-:\n`c\\|d` | 2\n\n- The file has `a|b` in it.\n',
  )
})

describe('links', () => {
  test('only https, and nothing that ends the link', () => {
    expect(link('run', 'https://github.com/o/r/actions/runs/1')).toBe('[run](https://github.com/o/r/actions/runs/1)')
    expect(link('run', 'javascript:alert(1)')).toBeUndefined()
    expect(link('run', 'https://e.example/) [x](https://f.example')).toBeUndefined()
    expect(link('run', null)).toBeUndefined()
  })
})

describe('numbers', () => {
  test.each([
    [105, '105.0 ms'],
    [104.9, '104.9 ms'],
    [104.96, '105.0 ms'],
    [4.2134, '4.213 ms'],
    [0.12345, '0.1235 ms'],
    [0.011094, '11.09 µs'],
    [0.008282, '8.282 µs'],
    [0.000866, '866.0 ns'],
    [1234.5, '1,235 ms'],
    [9999.6, '10,000 ms'],
    [12345.6, '12.35 s'],
    [125000, '125.0 s'],
    [1_355_000, '22.58 min'],
    [0, '0 ms'],
  ])('%d ms is %s', (durationMs, expected) => {
    expect(formatMs(durationMs)).toBe(expected)
  })

  test.each([
    [0.083, null, '+8.3 %'],
    [-0.083, null, '-8.3 %'],
    [0, null, '0.0 %'],
    [-0.0001, null, '0.0 %'],
    [0.0001, null, '0.0 %'],
    [0.05, 0.05, '+5.0 %'],
    [0.05001, 0.05, '+5.001 %'],
    [0.0504, 0.05, '+5.04 %'],
    [0.04996, 0.05, '+4.996 %'],
    [0.0700000001, 0.07, '+7.00000001 %'],
    [0.07, 0.07, '+7.0 %'],
    [0.051, 0.05, '+5.1 %'],
    [-0.0501, 0.05, '-5.01 %'],
    [12.5, null, '+1,250 %'],
    [1234.5678, 0.05, '+123,500 %'],
    [-1234.5678, null, '-123,500 %'],
    [12345.678, null, 'more than +1,000,000 %'],
    [Number.POSITIVE_INFINITY, null, 'unknown'],
  ])('ratio %d beside the limit %p is %s', (changeRatio, limitRatio, expected) => {
    expect(formatRatio(changeRatio, limitRatio)).toBe(expected)
  })

  test('a size has no sign', () => {
    expect(formatSize(-0.0504, 0.05)).toBe('5.04 %')
    expect(formatSize(-0.00001)).toBe('0.0 %')
    expect(formatSize(12345.678)).toBe('more than 1,000,000 %')
  })

  test('limits are short and say their direction', () => {
    expect([formatLimit(0.05), formatLimit(0.075), formatLimit(0.07)]).toEqual(['5 %', '7.5 %', '7 %'])
    expect([formatSignedLimit(0.05, 'lower'), formatSignedLimit(0.05, 'higher')]).toEqual(['+5 %', '-5 %'])
  })

  test('a change has its interval', () => {
    const estimate = anEstimate({ changeRatio: 0.083, lower: 0.051, upper: 0.116 })
    expect(formatChange(estimate)).toBe('+8.3 % (+5.1 % … +11.6 %)')
    expect(formatInterval(estimate)).toBe('plausibly between +5.1 % and +11.6 %')
    expect(unbroken(formatChange(estimate))).toBe('+8.3\u00a0% (+5.1\u00a0%\u00a0…\u00a0+11.6\u00a0%)')
  })

  test.each([
    [0.0012, 'ratio', '0.12 %'],
    [0, 'ratio', '0 %'],
    [2450.4, 'per-second', '2,450/s'],
    [512, 'bytes', '512 B'],
    [380 * 1024 ** 2, 'bytes', '380 MiB'],
    [1536, 'bytes-per-second', '1.5 KiB/s'],
    [12345, 'count', '12,345'],
    [0.5, 'none', '0.5'],
    [null, 'ms', 'unknown'],
    [Number.NaN, 'ms', 'unknown'],
  ] as const)('%p %s is %s', (value, unit, expected) => {
    expect(formatValue(value, unit)).toBe(expected)
  })

  test('shares differ in points', () => {
    expect([formatPoints(0.001, 0.004), formatPoints(0.004, 0.001), formatPoints(0.001, 0.00100001)]).toEqual([
      '+0.30 pp',
      '-0.30 pp',
      '0.00 pp',
    ])
  })

  test.each([
    [0, 'less than 1 time in 10,000'],
    [0.00001, 'less than 1 time in 10,000'],
    [0.00127, 'about 1 time in 790'],
    [0.05, 'about 1 time in 20'],
    [0.5, 'about every second time'],
  ])('a chance of %d is never nothing: %s', (pValue, expected) => {
    expect(formatChance(pValue)).toBe(expected)
  })

  test('durations and lists', () => {
    expect([formatDuration(1500), formatDuration(60_000), formatDuration(90_000)]).toEqual([
      '1.5 s',
      '1 min',
      '1 min 30 s',
    ])
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ])
  })

  test('a change over its limit never reads as the limit', () => {
    const limits = fc.constantFrom(0.05, 0.08, 0.025, 0.1)
    fc.assert(
      fc.property(limits, fc.double({ min: 1e-8, max: 0.01, noNaN: true }), (limit, over) => {
        expect(Number.parseFloat(formatRatio(limit + over, limit))).toBeGreaterThan(
          Number.parseFloat(formatLimit(limit)),
        )
        expect(Number.parseFloat(formatRatio(limit - over, limit))).toBeLessThan(Number.parseFloat(formatLimit(limit)))
      }),
    )
  })

  test('nothing is ever -0.0 %', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.01, max: 0.01, noNaN: true }), (ratio) => {
        expect(formatRatio(ratio)).not.toMatch(/^[-+]0\.0* %$/)
      }),
    )
  })
})
