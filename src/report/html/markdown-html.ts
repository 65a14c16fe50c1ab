import { Marked, type Tokens } from 'marked'
import { type Text, written } from '../../model/text.ts'
import { escapedXml } from '../escape.ts'
import { MARKDOWN } from '../wording.ts'
import { toneIcon } from './tone.ts'

/*
 * The sections of the report are written once, as Markdown, and the page shows the same text. Text from outside is already escaped in the
 * Markdown.
 */

/** Matches each `<` that does not start one of the tags of the templates. It is printed as text. */
const FOREIGN_TAG = /<(?!\/?(?:details|summary|sub|code)>)/g

/** Signs of the Markdown report and their drawings, because not every machine has a font with these signs. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/❌/gu, toneIcon('bad')],
  [/⚠️/gu, toneIcon('caution')],
  [/✅/gu, toneIcon('better')],
]

const marked = new Marked({
  gfm: true,
  renderer: {
    heading({ tokens }: Tokens.Heading): string {
      return `<h3>${this.parser.parseInline(tokens)}</h3>\n`
    },
    list(token: Tokens.List): string {
      const items = token.items.map((item) => `<li>${this.parser.parse(item.tokens).trim()}</li>`).join('\n')
      return token.ordered ? `<ol>\n${items}\n</ol>\n` : `<ul class="plain">\n${items}\n</ul>\n`
    },
    table({ header, rows }: Tokens.Table): string {
      const cell = (tag: 'th' | 'td', { tokens, align }: Tokens.TableCell) => {
        const text = this.parser.parseInline(tokens)
        const scope = tag === 'th' && text !== '' ? ' scope="col"' : ''
        return `<${text === '' ? 'td' : tag}${scope}${align === 'right' ? ' class="n"' : ''}>${text}</${text === '' ? 'td' : tag}>`
      }
      const row = (tag: 'th' | 'td', cells: readonly Tokens.TableCell[]) =>
        `<tr>${cells.map((one) => cell(tag, one)).join('')}</tr>`
      const head = header.some(({ text }) => text !== '') ? `<thead>${row('th', header)}</thead>\n` : ''
      const body = rows.map((cells) => row('td', cells)).join('\n')
      return `<div class="scroll" tabindex="0"><table>\n${head}<tbody>\n${body}\n</tbody>\n</table></div>\n`
    },
    link({ href, tokens }: Tokens.Link): string {
      const text = this.parser.parseInline(tokens)
      return href.startsWith('https://') ? `<a href="${escapedXml(href)}" rel="noreferrer">${text}</a>` : text
    },
    /** `code` of escape.ts writes a backslash before each pipe, for tables. Outside of a table the backslash would be shown. */
    codespan({ text }: Tokens.Codespan): string {
      return `<code>${escapedXml(text.replaceAll('\\|', '|'))}</code>`
    },
    image({ text }: Tokens.Image): string {
      return escapedXml(text)
    },
    html({ text }: Tokens.HTML | Tokens.Tag): string {
      return text.replaceAll(FOREIGN_TAG, '&lt;')
    },
  },
})

/** Whole sections: headings, tables, lists, paragraphs. All headings are `h3`, because the headings of services are `h2`. */
export function blockHtml(markdown: string): string {
  return drawn(marked.parse(markdown, { async: false }))
}

/** One sentence, without a paragraph around it. */
export function inlineHtml(markdown: string): string {
  return drawn(marked.parseInline(markdown, { async: false }))
}

/** A text of the gate, as the Markdown report prints it. */
export function inlineText(parts: Text): string {
  return inlineHtml(written(parts, MARKDOWN))
}

function drawn(html: string): string {
  return SIGNS.reduce((text, [sign, icon]) => text.replaceAll(sign, icon), html)
}
