import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/** Where Debian and GitHub's runners have it. undefined: it is not installed. */
export const BROWSER_PATH = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export const WIDE = { width: 1280, height: 900 }
export const NARROW = { width: 360, height: 800 }

/** Not in git; CI keeps them. */
export const PICTURES = join(REPOSITORY_ROOT, 'reports')

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function launchBrowser(executablePath: string): Promise<Browser> {
  return await chromium.launch({ executablePath, args: ARGUMENTS })
}

/** What axe objects to: rule and element. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const results = (await page.evaluate(`axe.run({ resultTypes: ['violations'] })`)) as AxeResults
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
