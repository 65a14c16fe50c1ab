import { describe, expect, test } from '@jest/globals'
import { createProgressDisplay } from '../../src/measure/progress-display.ts'
import { name, text } from '../../src/model/text.ts'

/** The written text, and a clock that stands still until a test sets it. */
function progressOn(isTerminal: boolean, columns = 200) {
  const written: string[] = []
  const clock = { nowMs: 0 }
  const output = { isTerminal, columns: () => columns, write: (text: string) => void written.push(text) }
  return { written, clock, progress: createProgressDisplay(output, () => clock.nowMs) }
}

const FIRST = { done: 0, total: 4, what: text`checkout, pair 1 of 2, candidate starts` }
const HALF = { done: 2, total: 4, what: text`checkout, pair 2 of 2, baseline under load` }
const CLEAR = '\r\u001b[K'

describe('on a terminal', () => {
  test('a bar is redrawn in one line', () => {
    const { written, clock, progress } = progressOn(true)
    progress.at(FIRST)
    clock.nowMs = 60_000
    progress.at(HALF)
    clock.nowMs = 70_000
    progress.redraw()
    progress.at(null)
    expect(written).toEqual([
      `${CLEAR}${'░'.repeat(24)} 0 of 4 runs. checkout, pair 1 of 2, candidate starts`,
      CLEAR,
      `${CLEAR}${'█'.repeat(12)}${'░'.repeat(12)} 2 of 4 runs, about 60 s left. checkout, pair 2 of 2, baseline under load`,
      `${CLEAR}${'█'.repeat(12)}${'░'.repeat(12)} 2 of 4 runs, about 50 s left. checkout, pair 2 of 2, baseline under load`,
      CLEAR,
    ])
  })

  test('lines stay above the bar, and a successful run prints no line', () => {
    const { written, progress } = progressOn(true)
    progress.at(HALF)
    written.length = 0
    progress.ran(text`checkout, pair 1 of 2: ready after 0.1 s`)
    progress.tell(text`checkout: open`)
    progress.at(null)
    progress.tell(text`checkout: settled`)
    progress.redraw()
    expect(written).toEqual([
      CLEAR,
      'checkout: open\n',
      expect.stringContaining('2 of 4 runs'),
      CLEAR,
      'checkout: settled\n',
    ])
  })

  test('the bar fits into a narrow terminal', () => {
    const { written, progress } = progressOn(true, 30)
    progress.at(FIRST)
    expect(written).toEqual([`${CLEAR}${'░'.repeat(24)} 0 of`])
  })

  test('long times are minutes, and no time is negative', () => {
    const { written, clock, progress } = progressOn(true)
    progress.at(FIRST)
    clock.nowMs = 600_000
    progress.at(HALF)
    expect(written.at(-1)).toContain('about 10 min left')
    clock.nowMs = 9_000_000
    progress.redraw()
    expect(written.at(-1)).toContain('about 0 s left')
  })
})

test('a log has only lines', () => {
  const { written, progress } = progressOn(false)
  progress.at(FIRST)
  progress.ran(text`checkout, pair 1 of 2: ready after 0.1 s`)
  progress.redraw()
  progress.tell(text`checkout: open`)
  progress.at(null)
  expect(written).toEqual(['checkout, pair 1 of 2: ready after 0.1 s\n', 'checkout: open\n'])
})

test('what a service or a program is called cannot write to the terminal or command the runner', () => {
  const { written, progress } = progressOn(false)
  progress.tell(text`${name('a\u001b[2K\n::stop')}: stopped.${' It printed last:\n  ##[add-mask]b'}`)
  expect(written).toEqual(['a?[2K?::stop: stopped. It printed last:\n  ## [add-mask]b\n'])
})
