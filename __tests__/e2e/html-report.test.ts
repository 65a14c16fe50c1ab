import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { renderHtml, renderMainPlotSvg } from '../../src/report/html/render-html.ts'
import { RELEASES, sampleVerdict } from '../report/html/sample.ts'
import { aContext } from '../report/verdicts.ts'
import { BROWSER_PATH, launchBrowser, NARROW, PICTURES, violations, WIDE } from './browser.ts'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/** The printable area of A4. */
const PAPER = { width: 700, height: 1000 }
if (BROWSER_PATH === undefined) {
  test('a browser is there (left out: chromium is not installed; apt-get install chromium)', () => {
    expect(process.env.CI).toBeUndefined()
  })
} else {
  describe('in Chromium', () => driveReport(BROWSER_PATH ?? ''))
}

/** A page, with everything that it did although a report on a disk must not do it. */
type Watched = Readonly<{ page: Page; requests: string[]; problems: string[]; close: () => Promise<void> }>

function driveReport(path: string): void {
  let browser: Browser
  let folder: string
  let report: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perf-gate-html-'))
    report = join(folder, 'report.html')
    await writeFile(report, renderHtml(sampleVerdict(), aContext(), { releases: RELEASES }))
    await mkdir(PICTURES, { recursive: true })
    browser = await launchBrowser(path)
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  async function open(file: string, options: BrowserContextOptions = {}): Promise<Watched> {
    const context = await browser.newContext({ viewport: WIDE, ...options })
    const page = await context.newPage()
    const [requests, problems]: [string[], string[]] = [[], []]
    page.on('request', (request) => requests.push(request.url()))
    page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => problems.push(error.message))
    await page.goto(pathToFileURL(file).href)
    return { page, requests, problems, close: () => context.close() }
  }

  test('asks for nothing but itself, and says nothing on the console', async () => {
    const { page, requests, problems, close } = await open(report)
    for (const fold of await page.locator('details').all()) await fold.evaluate(openFold)
    expect(requests).toEqual([pathToFileURL(report).href])
    expect(problems).toEqual([])
    await close()
  })

  test('refuses a script and a picture that somebody got into it; the checks of this file notice both', async () => {
    const { page, requests, problems, close } = await open(report)
    const failures: string[] = []
    page.on('requestfailed', (request) => failures.push(`${request.url()}: ${request.failure()?.errorText}`))
    await page.evaluate(ADD_FOREIGN_PARTS)
    await page.evaluate('new Promise(requestAnimationFrame)')
    expect(problems.join('\n')).toMatch(/Content Security Policy/)
    expect(await page.evaluate(`'ran' in globalThis`)).toBe(false)
    expect(requests).toEqual([pathToFileURL(report).href, 'https://example.invalid/x.png'])
    expect(failures).toEqual(['https://example.invalid/x.png: csp'])
    await close()
  })

  test('sorts by a column with the keyboard, unknown values last both ways', async () => {
    const { page, close } = await open(report)
    const header = page.locator('#series').getByRole('columnheader', { name: 'Change', exact: true })
    await header.getByRole('button').focus()
    await page.keyboard.press('Enter')
    expect(await header.getAttribute('aria-sort')).toBe('ascending')
    const ascending = await column(page, 6)
    expect(ascending.slice(0, 2)).toEqual(['-9.0 %', '-3.0 %'])
    expect(ascending.slice(-3)).toEqual(['-0.04\u00a0pp', '–', '-0.04\u00a0pp'])
    await page.keyboard.press('Enter')
    expect(await header.getAttribute('aria-sort')).toBe('descending')
    const descending = await column(page, 6)
    expect(descending.slice(0, 2)).toEqual(['+22.1 %', '+10.8 %'])
    expect(descending.slice(-3)).toEqual(['-0.04\u00a0pp', '–', '-0.04\u00a0pp'])
    await page
      .locator('#series')
      .getByRole('columnheader', { name: 'Service', exact: true })
      .getByRole('button')
      .press('Space')
    expect(await header.getAttribute('aria-sort')).toBeNull()
    expect((await column(page, 1)).slice(-1)).toEqual(['search'])
    await close()
  })

  test('searches by words, by service and for gated series, and says how many are left', async () => {
    const { page, close } = await open(report)
    const shown = page.getByRole('status')
    expect(await shown.textContent()).toBe('17 of 17 series')
    await page.getByRole('searchbox', { name: 'Search' }).focus()
    await page.keyboard.type('cart GET')
    expect(await column(page, 2)).toEqual(['GET /cart'])
    expect(await shown.textContent()).toBe('1 of 17 series')
    await page.getByRole('searchbox', { name: 'Search' }).fill('')
    await page.getByRole('combobox', { name: 'Service' }).selectOption('search')
    expect(await shown.textContent()).toBe('5 of 17 series')
    await page.getByLabel('gated series only').press('Space')
    expect(await column(page, 3)).toEqual(['p95'])
    await page.getByRole('link', { name: /numbers of checkout/ }).click()
    expect(await shown.textContent()).toBe('11 of 17 series')
    await close()
  })

  test('opens a folded service with the keyboard, and by a link to it', async () => {
    const { page, close } = await open(report)
    const fold = page.locator('details.service', { hasText: 'search' }).last()
    expect(await fold.getAttribute('open')).toBeNull()
    await fold.locator('> summary').focus()
    await page.keyboard.press('Enter')
    expect(await fold.getAttribute('open')).toBe('')
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').getByRole('link', { name: 'search' }).press('Enter')
    // The browser tells the page about the link after the key is released, so the test waits until the fold is open.
    await fold.locator('> summary + *').first().waitFor({ state: 'visible', timeout: 10_000 })
    expect(await fold.getAttribute('open')).toBe('')
    await close()
  })

  test('unfolds everything on paper, in dark ink, and folds it again', async () => {
    const { page, close } = await open(report, { colorScheme: 'dark', viewport: PAPER })
    const closed = () => page.locator('details:not([open])').count()
    const before = await closed()
    expect(before).toBeGreaterThan(3)
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
    expect(await closed()).toBe(0)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(31, 35, 40)')
    expect(await page.locator('.tools').isVisible()).toBe(false)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    await page.screenshot({ path: join(PICTURES, 'html-report-print.png'), fullPage: true })
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
    expect(await closed()).toBe(before)
    await close()
  })

  test('is complete without its script', async () => {
    const { page, close } = await open(report, { javaScriptEnabled: false })
    expect(await page.locator('#series tbody tr').count()).toBe(17)
    expect(await page.locator('svg[role=img]').count()).toBe(6)
    expect(await page.locator('.tools').isVisible()).toBe(false)
    await close()
  })

  test('shows hostile names as they are', async () => {
    const { page, close } = await open(report)
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.locator('img').count()).toBe(0)
    expect(await column(page, 2)).toContain(
      '</script><script>alert(1)</script><img src=x onerror=alert(2)> " \' & ]]> zr0-cls-1',
    )
    await close()
  })

  describe.each([
    ['wide', 'light', WIDE],
    ['wide', 'dark', WIDE],
    ['narrow', 'light', NARROW],
    ['narrow', 'dark', NARROW],
  ] as const)('%s and %s', (width, colorScheme, viewport) => {
    test('has no accessibility problem that axe finds, and fits the page', async () => {
      const { page, close } = await open(report, { colorScheme, viewport })
      for (const fold of await page.locator('details').all()) await fold.evaluate(openFold)
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
      await page.screenshot({ path: join(PICTURES, `html-report-${width}-${colorScheme}.png`), fullPage: true })
      await close()
    })
  })

  test.each(['light', 'dark'] as const)(
    'the page of a capacity stands alone and has no accessibility problem, %s',
    async (colorScheme) => {
      const file = join(folder, 'capacity.html')
      const ladder = join(REPOSITORY_ROOT, 'examples/capacity/recorded')
      expect((await runCli(['capacity', ladder, '--html', file, '--max-p95', '250ms'])).exitCode).toBe(0)
      const { page, requests, problems, close } = await open(file, { colorScheme })
      expect(await page.locator('.statement').textContent()).toContain('It carries at most 60.00/s.')
      expect(await page.locator('svg[role=img]').count()).toBe(2)
      expect(await violations(page)).toEqual([])
      expect({ requests, problems }).toEqual({ requests: [pathToFileURL(file).href], problems: [] })
      await page.screenshot({ path: join(PICTURES, `capacity-${colorScheme}.png`), fullPage: true })
      await close()
    },
  )

  test('axe finds a problem where there is one', async () => {
    const { page, close } = await open(report)
    await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')`)
    expect(await violations(page)).toEqual(['button-name: <button></button>'])
    await close()
  })

  test('has a main plot that is a well-formed picture of its own', async () => {
    const file = join(folder, 'plot.svg')
    await writeFile(file, renderMainPlotSvg(sampleVerdict()) ?? '')
    const { page, problems, close } = await open(file, { colorScheme: 'dark', viewport: { width: 760, height: 240 } })
    expect(await page.evaluate(`document.querySelector('parsererror')?.textContent ?? null`)).toBeNull()
    expect(await page.evaluate(`document.querySelectorAll('title').length`)).toBe(8)
    expect(problems).toEqual([])
    await page.screenshot({ path: join(PICTURES, 'gated-series-dark.png') })
    await close()
  })

  test('is what the command line writes', async () => {
    const results = join(REPOSITORY_ROOT, 'examples/checkout/results')
    const [html, svg] = [join(folder, 'cli.html'), join(folder, 'cli.svg')]
    // On a slow machine, standard error contains progress.
    const { exitCode, stdout } = await runCli(['compare', '--results', results, '--html', html, '--svg', svg])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('❌ **Blocked: ')
    const { page, requests, problems, close } = await open(html)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Performance report: perf-gate')
    expect(await page.locator('.statement').textContent()).toMatch(/^\s*Blocked: /)
    expect(await violations(page)).toEqual([])
    expect({ requests, problems }).toEqual({ requests: [pathToFileURL(html).href], problems: [] })
    expect(await readFile(svg, 'utf8')).toMatch(/^<svg xmlns=/)
    await close()
  })
}

test('raw points of real k6 give all requests and the course of the test, digests all requests, summaries neither', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'perf-gate-html-points-'))
  const points = join(REPOSITORY_ROOT, 'examples/segments/points')
  for (const instance of [1, 2, 3]) {
    const name = `instance-${instance}`
    await mkdir(join(folder, 'digests', name), { recursive: true })
    const digest = join(folder, 'digests', name, 'digest.json')
    expect((await runCli(['digest', join(points, name, 'points.json.gz'), '-o', digest])).exitCode).toBe(0)
  }
  const drawn = await Promise.all(
    [points, join(folder, 'digests'), join(REPOSITORY_ROOT, 'examples/checkout/results/checkout/baseline')].map(
      async (results, index) => {
        const html = join(folder, `${index}.html`)
        await runCli(['compare', '--baseline', results, '--candidate', results, '--html', html])
        const text = await readFile(html, 'utf8')
        return [text.includes('From all successful requests'), text.includes('p95 and throughput of service through')]
      },
    ),
  )
  expect(drawn).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ])
  await rm(folder, { recursive: true })
})

function openFold(fold: { open?: boolean }): void {
  fold.open = true
}

/** Runs in the page: a script that an attacker would add. */
const ADD_FOREIGN_PARTS = `
const script = document.createElement('script')
script.textContent = 'globalThis.ran = true'
const image = document.createElement('img')
image.src = 'https://example.invalid/x.png'
document.body.append(script, image)`

/** The visible cells of one column in the table of all series. The first column has the number 1. */
async function column(page: Page, position: number): Promise<readonly string[]> {
  return await page.locator(`#series tbody tr:visible td:nth-child(${position})`).allTextContents()
}
