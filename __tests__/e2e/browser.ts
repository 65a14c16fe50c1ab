import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/** The path of the browser on Debian and on GitHub's runners. undefined: it is not installed. */
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

/** The pictures are not in git; CI keeps them. */
export const PICTURES = join(REPOSITORY_ROOT, 'reports')

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function launchBrowser(executablePath: string): Promise<Browser> {
  return await chromium.launch({ executablePath, args: ARGUMENTS })
}

/** The problems that axe finds, as rule and element. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const results = (await page.evaluate(`axe.run({ resultTypes: ['violations'] })`)) as AxeResults
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
