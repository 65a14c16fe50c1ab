import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { sampleLedger, sampleServices, writeClone, writeStore } from '../history/sample.ts'
import { BROWSER_PATH, launchBrowser, NARROW, PICTURES, violations, WIDE } from './browser.ts'
import { runCli } from './run-cli.ts'

if (BROWSER_PATH === undefined) {
  test('a browser is there (left out: chromium is not installed; apt-get install chromium)', () => {
    expect(process.env.CI).toBeUndefined()
  })
} else {
  describe('in Chromium', () => drivePage(BROWSER_PATH ?? ''))
}

function drivePage(path: string): void {
  let browser: Browser
  let folder: string
  let file: string
  let phaseFile: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perf-gate-history-page-'))
    file = join(folder, 'index.html')
    const commits = await writeClone(join(folder, 'clone'), 60)
    const services = sampleServices(commits)
    const more = ['cart', 'payments', 'users'].map((name) => {
      const runs = (services.get('search') ?? []).map((one) => ({ ...one, run: { ...one.run, service: name } }))
      return [name, runs] as const
    })
    await writeStore(join(folder, 'store'), new Map([...services, ...more]), sampleLedger(commits))
    const flags = ['--store', join(folder, 'store'), '--clone', join(folder, 'clone'), '--html', file]
    expect((await runCli(['history', ...flags])).exitCode).toBe(0)
    phaseFile = join(folder, 'phase.html')
    await writeFile(
      join(folder, 'policy.yml'),
      'version: 1\ndefaults: { goals: [{ metric: http_req_duration, stat: p95, change: -10% }, { metric: complexity, change: -30% }] }\n',
    )
    const phase = ['--store', join(folder, 'store'), '--clone', join(folder, 'clone'), '--html', phaseFile]
    const asked = [...phase, '--policy', join(folder, 'policy.yml'), '--from', 'v1.0.0', '--to', 'v1.1.0']
    const counts = join(folder, 'complexity.json')
    const sides = [
      '--before',
      'examples/complexity/before.csv',
      '--after',
      'examples/complexity/after.csv',
      '--json',
      counts,
    ]
    expect((await runCli(['complexity', ...sides])).exitCode).toBe(0)
    expect((await runCli(['history', ...asked, '--complexity', `checkout=${counts}`])).exitCode).toBe(0)
    await mkdir(PICTURES, { recursive: true })
    browser = await launchBrowser(path)
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  async function open(options: BrowserContextOptions = {}, shown = file) {
    const context = await browser.newContext({ viewport: WIDE, ...options })
    const page = await context.newPage()
    const [requests, problems]: [string[], string[]] = [[], []]
    page.on('request', (request) => requests.push(request.url()))
    page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => problems.push(error.message))
    await page.goto(pathToFileURL(shown).href)
    return { page, requests, problems, close: () => context.close() }
  }

  test('asks for nothing but itself, and says nothing on the console', async () => {
    const { page, requests, problems, close } = await open()
    await page.getByRole('link', { name: 'search' }).click()
    expect({ requests, problems }).toEqual({ requests: [pathToFileURL(file).href], problems: [] })
    await close()
  })

  test('is searched with the keyboard: by service, and by a series, which is then unfolded', async () => {
    const { page, close } = await open()
    const shown = page.getByRole('status')
    expect(await shown.textContent()).toBe('5 of 5 services')
    await page.getByRole('searchbox', { name: 'Search' }).focus()
    await page.keyboard.type('check')
    expect(await shown.textContent()).toBe('1 of 5 services')
    expect(await namesOf(page)).toEqual(['checkout'])
    await page.getByRole('searchbox').fill('get /orders')
    expect(await shown.textContent()).toBe('1 of 5 services')
    expect(await page.locator('tr[data-series]:visible th').allTextContents()).toEqual(['p95 of GET /orders'])
    await page.getByRole('searchbox').fill('')
    expect(await shown.textContent()).toBe('5 of 5 services')
    expect(await page.locator('details.service[open]').count()).toBe(0)
    await close()
  })

  test('a link to a folded service opens it, by the keyboard', async () => {
    const { page, close } = await open()
    await page.locator('#overview').getByRole('link', { name: 'search' }).press('Enter')
    const fold = page.locator('details.service', { has: page.locator('summary', { hasText: 'search' }) })
    // The browser tells the page about the link after the key is released, so the test waits until the fold is open.
    await fold.locator('svg[role=img]').first().waitFor({ state: 'visible', timeout: 10_000 })
    expect(await page.locator('details.service[open]').count()).toBe(1)
    await close()
  })

  test('is complete without its script', async () => {
    const { page, close } = await open({ javaScriptEnabled: false })
    expect(await namesOf(page)).toEqual(['cart', 'checkout', 'payments', 'search', 'users'])
    expect(await page.locator('svg[role=img]').count()).toBe(17)
    expect(await page.locator('.tools').isVisible()).toBe(false)
    await close()
  })

  test.each([
    ['wide', 'light', WIDE],
    ['wide', 'dark', WIDE],
    ['narrow', 'light', NARROW],
    ['narrow', 'dark', NARROW],
  ] as const)(
    '%s and %s: no accessibility problem that axe finds, and it fits the page',
    async (width, colorScheme, viewport) => {
      const { page, close } = await open({ colorScheme, viewport })
      await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`)
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
      await page.screenshot({ path: join(PICTURES, `history-${width}-${colorScheme}.png`), fullPage: true })
      await close()
    },
  )

  test.each([
    ['wide', 'light', WIDE],
    ['narrow', 'dark', NARROW],
  ] as const)(
    'the phase report, %s and %s: alone, accessible, and as wide as the page',
    async (width, colorScheme, viewport) => {
      const { page, requests, problems, close } = await open({ colorScheme, viewport }, phaseFile)
      expect({ requests, problems }).toEqual({ requests: [pathToFileURL(phaseFile).href], problems: [] })
      expect(await page.locator('h2').allTextContents()).toEqual([
        'Goals',
        'cart',
        'checkout',
        'payments',
        'search',
        'users',
      ])
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
      await page.screenshot({ path: join(PICTURES, `phase-${width}-${colorScheme}.png`), fullPage: true })
      await close()
    },
  )
}

/** The services that the overview shows. */
async function namesOf(page: Page): Promise<readonly string[]> {
  return await page.locator('#overview tbody tr:visible th').allTextContents()
}
