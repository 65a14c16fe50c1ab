import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'

/**
 * Shows how the golden comments look on GitHub: renders them with GitHub's own Markdown dialect and photographs them.
 * Needs the Debian packages cmark-gfm, chromium and fonts-noto-color-emoji. Names of golden files as arguments show only these.
 *
 *   node scripts/preview-report.ts [fail-regressed ...] [--open] [--dark] [--narrow]
 *
 * --open opens all folds.
 */
const GOLDEN = fileURLToPath(new URL('../__tests__/golden/', import.meta.url))
const COMMENT_ENDS = '\n<!-- ===== comment above, full report below ===== -->'

/** The measures of a comment on github.com; the colours of its light and dark themes (https://primer.style). */
const LIGHT = '--text: #1f2328; --page: #fff; --line: #d1d9e0; --stripe: #f6f8fa; --code: #818b981f; --link: #0969da;'
const DARK = '--text: #f0f6fc; --page: #0d1117; --line: #3d444d; --stripe: #151b23; --code: #656c7633; --link: #4493f8;'
const STYLE = `
body { margin: 16px; background: var(--page); color: var(--text); font: 14px/1.5 -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif; }
main { border: 1px solid var(--line); border-radius: 6px; padding: 16px; overflow-x: auto; overflow-wrap: break-word; }
p, ul, ol, pre, table, blockquote, details { margin: 0 0 16px; }
table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; }
td, th { border: 1px solid var(--line); padding: 6px 13px; }
tr:nth-child(2n) { background: var(--stripe); }
code { background: var(--code); border-radius: 6px; padding: .2em .4em; font: 85% ui-monospace, 'Liberation Mono', monospace; white-space: break-spaces; }
pre { background: var(--stripe); padding: 16px; border-radius: 6px; overflow: auto; }
pre code { background: none; padding: 0; white-space: pre; }
blockquote { border-left: 4px solid var(--link); padding: 0 16px; }
h1, h2, h3, h4 { margin: 24px 0 16px; line-height: 1.25; } h1 { font-size: 2em; } h2 { font-size: 1.5em; } h3 { font-size: 1.25em; } h4 { font-size: 1em; }
a { color: var(--link); }`

const flags = argv.slice(2).filter((word) => word.startsWith('--'))
const wanted = argv.slice(2).filter((word) => !word.startsWith('--'))
const folder = mkdtempSync(join(tmpdir(), 'perf-gate-preview-'))
const names = readdirSync(GOLDEN)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -3))

for (const name of names.filter((one) => wanted.length === 0 || wanted.includes(one))) photograph(name)

function photograph(name: string): void {
  const golden = readFileSync(join(GOLDEN, `${name}.md`), 'utf8')
  const comment = golden.slice(golden.indexOf('<!-- perf-gate'), golden.indexOf(COMMENT_ENDS))
  const page = join(folder, `${name}.html`)
  const picture = join(folder, `${name}.png`)
  writeFileSync(page, pageOf(comment))
  const width = flags.includes('--narrow') ? 420 : 920
  // Chromium keeps its profile where it may write, and nowhere else.
  const profile = join(folder, 'profile')
  mkdirSync(profile, { recursive: true })
  execFileSync(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--hide-scrollbars',
      `--user-data-dir=${profile}`,
      `--window-size=${width},${flags.includes('--open') ? 2400 : 900}`,
      `--screenshot=${picture}`,
      `file://${page}`,
    ],
    { stdio: 'ignore' },
  )
  stdout.write(`${picture}\n`)
}

function pageOf(markdown: string): string {
  const html = execFileSync(
    'cmark-gfm',
    ['--unsafe', '-e', 'table', '-e', 'autolink', '-e', 'strikethrough', '-e', 'tagfilter'],
    {
      input: markdown,
      encoding: 'utf8',
    },
  )
  const body = flags.includes('--open') ? html.replaceAll('<details>', '<details open>') : html
  return `<!doctype html><meta charset="utf-8"><style>:root { ${flags.includes('--dark') ? DARK : LIGHT} }${STYLE}</style><main>${body}</main>\n`
}
