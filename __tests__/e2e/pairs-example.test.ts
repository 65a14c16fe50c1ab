import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/*
 * The step of examples/workflows/pairs.yml that measures, as bash runs it, with the committed bundle. k6 and git are stand-ins: k6
 * copies recorded results, of the version that listens on the port it is sent to, and git prints the policy of the base branch.
 */

type Steps = readonly Readonly<{ name?: string; run?: string }>[]

const WORKFLOW = readFileSync(join(REPOSITORY_ROOT, 'examples/workflows/pairs.yml'), 'utf8')
const STEPS: Steps = parse(WORKFLOW).jobs['load-test'].steps
const SCRIPT = STEPS.find(({ name }) => name?.startsWith('Pairs in turns'))?.run ?? ''
const RECORDED = join(REPOSITORY_ROOT, 'examples/checkout/results/checkout')

const K6 = `#!/usr/bin/env bash
for argument; do
  case "$argument" in
    BASE_URL=*:8081) source=baseline ;;
    BASE_URL=*:8082) source="$CANDIDATE" ;;
    */summary.json) target="$argument" ;;
  esac
done
number="$(basename "$(dirname "$target")")"; number="\${number#run-}"
# Both sides take other runs, so that unchanged code does not measure the same numbers twice.
[[ "$target" == */candidate/* ]] && number=$(( number + 1 ))
# Now this version, now that: nobody can tell from three pairs.
if [[ "$source" == both ]]; then (( number % 2 )) && source=baseline || source=candidate; fi
cp "${RECORDED}/$source/run-$(( (number - 1) % 5 + 1 ))/summary.json" "$target"
`

const GIT = `#!/usr/bin/env bash
[[ "$*" == "-C candidate show origin/main:.github/perf-gate.yml" && -n "$POLICY" ]] && printf '%s\\n' "$POLICY"
`

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-pairs-'))
  mkdirSync(join(folder, 'bin'))
  for (const [name, text] of [
    ['k6', K6],
    ['git', GIT],
  ] as const) {
    writeFileSync(join(folder, 'bin', name), text)
    chmodSync(join(folder, 'bin', name), 0o755)
  }
  symlinkSync(REPOSITORY_ROOT, join(folder, 'perf-gate'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** How many pairs were measured, and what the gate still asks for. */
function measure(
  candidate: 'baseline' | 'candidate' | 'both',
  policy: string,
): Readonly<{ pairs: number; asked: unknown }> {
  execFileSync('bash', ['-eo', 'pipefail', '-c', SCRIPT], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...process.env,
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      BASE: 'main',
      CANDIDATE: candidate,
      POLICY: policy,
    },
  })
  const [baseline, measured] = ['baseline', 'candidate'].map((side) =>
    readdirSync(join(folder, 'results/checkout', side)),
  )
  expect(measured).toEqual(baseline)
  const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))
  return { pairs: measured?.length ?? 0, asked: plan.rerunPlan }
}

describe('with a confirmation in the policy of the base branch', () => {
  const policy = 'version: 1\nconfirmation: { max-runs: 10 }'

  test.each(['baseline', 'candidate'] as const)(
    '%s: it stops at a look, when the gate asks for nothing',
    (candidate) => {
      const { pairs, asked } = measure(candidate, policy)
      expect([3, 5, 7, 10]).toContain(pairs)
      expect(asked).toEqual([])
    },
  )

  test('three pairs that leave the answer open are not the last', () => {
    expect(measure('both', policy).pairs).toBeGreaterThan(3)
  })
})

test.each(['version: 1', ''])('without one, five pairs are all: %j', (policy) => {
  expect(measure('baseline', policy)).toEqual({ pairs: 5, asked: [] })
})
