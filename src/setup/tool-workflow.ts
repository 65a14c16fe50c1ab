import type { SetUpTool } from './set-up-tools.ts'

/** Finds parts of pairs.yml: the step that installs k6, the steps from the checkout to the measurement, and the checkout alone. */
const INSTALL_K6 = / {6}- uses: grafana\/setup-k6-action@[^\n]+\n {8}with: [^\n]+\n/
const CHECKOUT_TO_MEASURE =
  / {6}- uses: actions\/checkout@[\s\S]*?(?= {6}- \{ if: always\(\), uses: actions\/upload-artifact@)/
const CHECKOUT_STEP = / {6}- uses: (actions\/checkout@[^\n]+)\n/
const HEAD = /^(?:#[^\n]*\n)+/
const RESULTS = 'path: perf-results/checkout'

/** Changes the example pairs.yml so that it uses another tool than k6. */
export function toolWorkflow(pairs: string, { name, title, use }: SetUpTool, service: string): string {
  const named = pairs.replaceAll('k6-results-checkout', `perf-results-${service}`)
  if (use.kind === 'load') {
    const install = use.install === null ? '' : step(`- run: ${yamlLine(use.install)}`)
    return named.replace(INSTALL_K6, () => install).replace(RESULTS, `path: perf-results/${service}`)
  }
  const [, checkout = ''] = CHECKOUT_STEP.exec(pairs) ?? []
  const head = `# perf-gate, one workflow: ${title} measures both versions in turns on one machine, so the machine's speed cancels out. No
# stored baseline is needed. docs/tools/${name}.md says what the gate can tell from it. For pull requests from the same repository.
`
  return named
    .replace(HEAD, head)
    .replace(
      CHECKOUT_TO_MEASURE,
      () => bothVersions(checkout) + step(use.steps.trimEnd().replaceAll('SERVICE', service)),
    )
    .replace(RESULTS, `path: results/${service}`)
}

/** Steps that check out the head commit and, beside it, the commit at which the branch started. */
function bothVersions(checkout: string): string {
  return `      # The head commit, not GitHub's merge commit: what is measured is what is named. With the history, to find where the branch started.
      - uses: ${checkout}
        with: { ref: '\${{ github.event.pull_request.head.sha }}', path: candidate, persist-credentials: false, fetch-depth: 0 }
      - run: git -C candidate worktree add ../baseline "$(git -C candidate merge-base HEAD "origin/$BASE")"
        env: { BASE: '\${{ github.event.pull_request.base.ref }}' }
`
}

function step(text: string): string {
  return text
    .split('\n')
    .map((line) => `      ${line}\n`)
    .join('')
}

/** Quotes a command where YAML requires it. A comment after the command stays a comment. */
function yamlLine(command: string): string {
  const [program = '', ...comment] = command.split(' # ')
  const text = program.includes(': ') || /^["'[{]/.test(program) ? JSON.stringify(program) : program
  return [text, ...comment].join(' # ')
}
