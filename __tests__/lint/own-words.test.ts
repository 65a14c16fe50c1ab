import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

/**
 * The words of a text are printed as they are, also into Markdown. So nothing stands in them that Markdown or GitHub reads as more than
 * words: a placeholder such as <service>, a mention, a link, emphasis. `code` and `name` of model/text.ts are for those.
 */
const ACTIVE = /[<>*|\\[\]~`]|@\w|#\d|(?<!\w)_(?=\w)|www\.|https?:|^\s*(?:[-+#]|\d+[.)]) /

test.each(sources())('the words of %s are only words', (path) => {
  expect(wordsIn(read(path)).filter((words) => ACTIVE.test(words))).toEqual([])
})

test.each([
  ['a placeholder', 'text`Write it to <service>/run-1.`'],
  ['a mention', `text\`Ask @mona for \${name(what)}.\``],
  ['inside of another', `text\`\${isOpen ? text\`see #17\` : []} and more\``],
  ['emphasis', 'text`This is _not_ proven.`'],
])('%s is found', (_, code) => {
  expect(wordsIn(code).filter((words) => ACTIVE.test(words))).toHaveLength(1)
})

/** The words between the values of every text`...`. */
function wordsIn(code: string): readonly string[] {
  const found: string[] = []
  let at = 0

  function readCode(isInside: boolean): void {
    while (at < code.length) {
      const skipped = SKIPPED.exec(code.slice(at, at + 2000))
      const sign = code[at]
      if (skipped !== null && (sign !== '/' || /(?:^|[=(,:[!&|?{};])\s*$/.test(code.slice(Math.max(0, at - 40), at))))
        at += skipped[0].length
      else {
        at += 1
        if (sign === '`') readTemplate(/(?<![\w.])text$/.test(code.slice(Math.max(0, at - 9), at - 1)))
        else if (sign === '{') readCode(true)
        else if (sign === '}' && isInside) return
      }
    }
  }

  function readTemplate(isText: boolean): void {
    let words = ''
    while (at < code.length && code[at] !== '`') {
      const isValue = code.startsWith('${', at)
      const length = code[at] === '\\' || isValue ? 2 : 1
      if (!isValue) words += code.slice(at, at + length)
      at += length
      if (!isValue) continue
      if (isText) found.push(words)
      words = ''
      readCode(true)
    }
    if (isText) found.push(words)
    at += 1
  }

  readCode(false)
  return found
}

/** A string, or a regular expression where a value may stand. */
const SKIPPED = /^(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/)/

function sources(): readonly string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => (path.endsWith('.ts') && read(path).includes('model/text.ts')) || path.startsWith('model/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
}

function read(path: string): string {
  return readFileSync(`src/${path}`, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1')
}
