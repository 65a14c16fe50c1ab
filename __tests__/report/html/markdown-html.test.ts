import { expect, test } from '@jest/globals'
import { code, prose } from '../../../src/report/escape.ts'
import { blockHtml, inlineHtml } from '../../../src/report/html/markdown-html.ts'

test('a section with a table, as the page shows it', () => {
  const markdown =
    '#### Resources\n\n| | Baseline | Change |\n|---|---:|---:|\n| `cpu` | 1.2 ms | ❌ +30 % |\n\n- Measured once.\n'
  const html = blockHtml(markdown)
  expect(html.replace(/<svg.*?<\/svg>/, '(cross)')).toBe(
    `<h3>Resources</h3>
<div class="scroll" tabindex="0"><table>
<thead><tr><td></td><th scope="col" class="n">Baseline</th><th scope="col" class="n">Change</th></tr></thead>
<tbody>
<tr><td><code>cpu</code></td><td class="n">1.2 ms</td><td class="n">(cross) +30 %</td></tr>
</tbody>
</table></div>
<ul class="plain">
<li>Measured once.</li>
</ul>
`,
  )
})

test.each([
  ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
  ['[click](javascript:alert(1))', 'click'],
  ['![a picture](https://evil.test/x.png)', 'a picture'],
  ['[report](https://github.com/a/b)', '<a href="https://github.com/a/b" rel="noreferrer">report</a>'],
])('%s gets no further than text', (markdown, html) => {
  expect(inlineHtml(markdown)).toBe(html)
})

test.each(['<img src=x onerror=alert(1)>', '`</code><script>`', '**[x](javascript:y)**', '| a | b |'])(
  'the hostile name %s is shown as it is',
  (name) => {
    const shown = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    expect(inlineHtml(code(name)).replaceAll('\\|', '|')).toBe(`<code>${shown}</code>`)
    expect(inlineHtml(prose(name))).not.toMatch(/<(?!\/?code>)/)
  },
)
