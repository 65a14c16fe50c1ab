import { UserError } from '../model/errors.ts'
import type { LineScanner } from './point-receiver.ts'
import { utf8Pieces } from './utf8-pieces.ts'

/** A start tag of XML with its attributes. `isClosed`: the element has no content. */
export type Tag = Readonly<{ name: string; attributes: ReadonlyMap<string, string>; isClosed: boolean }>

export type TagReader = Readonly<{
  open(tag: Tag): void
  close(name: string): void
  end(): void
}>

const MAX_TAG_CHARACTERS = 1024 * 1024
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * Streams the tags of an XML file that a program wrote. Texts and declarations are skipped. Only numeric entities and
 * the five of XML are decoded, so no file can expand to more than its own size. https://www.w3.org/TR/xml/
 *
 * @param root the element whose end tag ends the file
 */
export function createTagScanner(root: string, reader: TagReader): LineScanner {
  const decode = utf8Pieces()
  let carried = ''
  let isWhole = false

  function take(added: string): void {
    const text = carried + added
    let at = 0
    for (;;) {
      const start = text.indexOf('<', at)
      if (start < 0) {
        at = text.length
        break
      }
      const end = endOfTag(text, start)
      if (end < 0) {
        at = start
        break
      }
      readTag(text.slice(start + 1, end))
      at = end + 1
    }
    carried = text.slice(at)
    if (carried.length > MAX_TAG_CHARACTERS)
      throw new UserError('A tag of the XML file is longer than 1 MiB. The file is damaged.')
  }

  function readTag(text: string): void {
    if (/^[?!]/.test(text)) return
    if (text.startsWith('/')) {
      const name = text.slice(1).trim()
      if (name === root) isWhole = true
      reader.close(name)
      return
    }
    const name = /^[^\s/]+/.exec(text)?.[0] ?? ''
    reader.open({ name, attributes: attributesOf(text), isClosed: text.endsWith('/') })
  }

  function end(): void {
    take(decode())
    if (!isWhole) {
      throw new UserError(
        `The XML file has no end tag </${root}>. It is truncated: was the tool killed while it wrote?`,
      )
    }
    reader.end()
  }

  return { push: (chunk) => take(decode(chunk)), end }
}

/** The position of the `>` that ends the tag or comment. -1 if it is not in the text. */
function endOfTag(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return endOf(text, '-->', start)
  if (text.startsWith('<![CDATA[', start)) return endOf(text, ']]>', start)
  let end = text.indexOf('>', start)
  let open = text.indexOf('"', start)
  while (end >= 0 && open >= 0 && open < end) {
    const closing = text.indexOf('"', open + 1)
    if (closing < 0) return -1
    if (closing > end) end = text.indexOf('>', closing)
    open = text.indexOf('"', closing + 1)
  }
  return end
}

function endOf(text: string, mark: string, start: number): number {
  const at = text.indexOf(mark, start)
  return at < 0 ? -1 : at + mark.length - 1
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(/([\w:.-]+)="([^"]*)"/g)) attributes.set(name, decoded(value))
  return attributes
}

function decoded(value: string): string {
  if (!value.includes('&')) return value
  return value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal)
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return ENTITIES[name] ?? whole
  })
}
