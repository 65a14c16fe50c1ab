import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'

/**
 * Shows how the golden comments look on GitHub: renders them with GitHub's own Markdown dialect, and photographs them in light
 * and dark, wide and narrow. Needs cmark-gfm, Chromium or Chrome, and fonts-noto-color-emoji.
 *
 *   node scripts/preview-report.ts [--out FOLDER] [--open] [fail-regressed ...]
 *
 * With names of golden files, it shows only these. --open opens all folds. Without --out the pictures go to reports/, which CI
 * keeps. --readme makes the picture of the README. It also writes the comment in the picture, which a test compares with the
 * current comment.
 */
const GOLDEN = fileURLToPath(new URL('../__tests__/golden/', import.meta.url))
const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url))
const COMMENT_ENDS = '\n<!-- ===== comment above, full report below ===== -->'

/** The comment in the picture of the README. */
const README_CASE = 'many-services'

/** The paths of the browser on Debian and on GitHub's runners. */
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome']

/** The colours of github.com's light and dark themes: https://primer.style */
const THEMES = {
  light: '--text: #1f2328; --page: #fff; --line: #d1d9e0; --stripe: #f6f8fa; --code: #818b981f; --link: #0969da;',
  dark: '--text: #f0f6fc; --page: #0d1117; --line: #3d444d; --stripe: #151b23; --code: #656c7633; --link: #4493f8;',
} as const

/** The widths in CSS pixels of a comment on github.com with a side bar, without it, and on a phone. */
const WIDTHS = { wide: 920, narrow: 420 } as const

const STYLE = `
body { margin: 0; padding: 16px; background: var(--page); color: var(--text); font: 14px/1.5 -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif; }
main { border: 1px solid var(--line); border-radius: 6px; padding: 16px; overflow-x: auto; overflow-wrap: break-word; }
p, ul, ol, pre, table, blockquote, details { margin: 0 0 16px; }
main > :last-child { margin-bottom: 0; }
table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; }
td, th { border: 1px solid var(--line); padding: 6px 13px; }
tr:nth-child(2n) { background: var(--stripe); }
code { background: var(--code); border-radius: 6px; padding: .2em .4em; font: 85% ui-monospace, 'Liberation Mono', monospace; white-space: break-spaces; }
pre { background: var(--stripe); padding: 16px; border-radius: 6px; overflow: auto; }
pre code { background: none; padding: 0; white-space: pre; }
blockquote { border-left: 4px solid var(--link); padding: 0 16px; }
h1, h2, h3, h4 { margin: 24px 0 16px; line-height: 1.25; } h1 { font-size: 2em; } h2 { font-size: 1.5em; } h3 { font-size: 1.25em; } h4 { font-size: 1em; }
a { color: var(--link); }`

type Picture = Readonly<{ name: string; theme: keyof typeof THEMES; width: keyof typeof WIDTHS; path: string }>

const { values: flags, positionals: wanted } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: { out: { type: 'string', default: 'reports' }, open: { type: 'boolean' }, readme: { type: 'boolean' } },
})

const pictures = flags.readme === true ? readmePictures() : previewPictures(resolve(flags.out))
const executablePath = BROWSERS.find(existsSync)
if (executablePath === undefined) throw new Error(`There is no browser. Looked for ${BROWSERS.join(', ')}.`)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
// A new page takes longer than its picture, so all pictures of one width share a page.
for (const width of Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]) {
  const page = await browser.newPage({ viewport: { width: WIDTHS[width], height: 400 }, deviceScaleFactor: 1.5 })
  for (const picture of pictures.filter((one) => one.width === width)) await photograph(page, picture)
}
await browser.close()

function readmePictures(): readonly Picture[] {
  mkdirSync(IMAGES, { recursive: true })
  writeFileSync(join(IMAGES, 'comment.md'), commentOf(README_CASE))
  return (['light', 'dark'] as const).map((theme) => ({
    name: README_CASE,
    theme,
    width: 'wide',
    path: join(IMAGES, `comment-${theme}.png`),
  }))
}

function previewPictures(folder: string): readonly Picture[] {
  mkdirSync(folder, { recursive: true })
  const names = readdirSync(GOLDEN)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -3))
    .filter((name) => wanted.length === 0 || wanted.includes(name))
  return names.flatMap((name) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      (['wide', 'narrow'] as const).map((width) => ({
        name,
        theme,
        width,
        path: join(folder, `${name}-${theme}-${width}.png`),
      })),
    ),
  )
}

async function photograph(page: Page, { name, theme, path }: Picture): Promise<void> {
  await page.setContent(pageOf(commentOf(name), theme))
  await page.screenshot({ path, fullPage: true })
  stdout.write(`${path}\n`)
}

function commentOf(name: string): string {
  const golden = readFileSync(join(GOLDEN, `${name}.md`), 'utf8')
  return golden.slice(golden.indexOf('<!-- perf-gate'), golden.indexOf(COMMENT_ENDS))
}

function pageOf(markdown: string, theme: keyof typeof THEMES): string {
  const extensions = ['table', 'autolink', 'strikethrough', 'tagfilter'].flatMap((name) => ['-e', name])
  const html = execFileSync('cmark-gfm', ['--unsafe', ...extensions], { input: markdown, encoding: 'utf8' })
  const body = flags.open === true ? html.replaceAll('<details>', '<details open>') : html
  return `<!doctype html><meta charset="utf-8"><style>:root { ${THEMES[theme]} }${STYLE}</style><main>${body}</main>\n`
}
