import { execFileSync, spawnSync } from 'node:child_process'
import { execPath, stdout } from 'node:process'
import { expect, test } from '@jest/globals'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/** A network namespace in which only loopback works: https://man7.org/linux/man-pages/man1/unshare.1.html */
function inLoopback(command: string): Readonly<{ status: number | null; output: string }> {
  const args = ['-rn', 'sh', '-c', `ip link set lo up && ${command}`]
  const { status, stdout: out, stderr } = spawnSync('unshare', args, { cwd: REPOSITORY_ROOT, encoding: 'utf8' })
  return { status, output: `${out}${stderr}` }
}

function hasNamespaces(): boolean {
  try {
    execFileSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('judges a pull request with nothing but loopback', () => {
  if (!hasNamespaces()) {
    stdout.write('Skipped: this machine allows no network namespace (unshare -rn), so egress was not tested.\n')
    return
  }
  const outside = `${execPath} -e "fetch('https://1.1.1.1').then(() => process.exit(0), () => process.exit(7))"`
  expect(inLoopback(outside).status).toBe(7)
  const jest = 'node_modules/jest/bin/jest.js --config jest.e2e.config.mjs __tests__/e2e/planted-policy.test.ts'
  const { status, output } = inLoopback(`${execPath} --experimental-vm-modules ${jest}`)
  expect([status, output.match(/Tests: .*/)?.[0] ?? output]).toEqual([0, expect.stringContaining('1 passed')])
})
