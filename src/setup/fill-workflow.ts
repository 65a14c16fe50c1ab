import { shellWord } from '../model/shell-word.ts'
/** The values with which an example workflow is filled. */
export type WorkflowValues = Readonly<{
  defaultBranch: string
  /** The path of the k6 script in the repository. */
  script: string
  service: string
  /** null: the line of the example is kept. */
  startCommand: string | null
  /** `owner/perf-gate@<commit>`. null: the placeholder is kept. */
  action: string | null
}>

/** The parts of the examples that differ between repositories. */
export const PLACEHOLDERS = {
  /** The gate itself, and its actions that measure and stamp. */
  action: /\bOWNER\/perf-gate(\/measure|\/stamp)?@v0\b/g,
  branches: /\bbranches: \[main\]/g,
  artifact: /\bk6-results-checkout\b/g,
  service: /"service":"checkout"/g,
  results: /\bresults\/checkout\b/g,
  script: /\bload\.js\b/g,
  /** When there are two versions, each is started in its own folder. */
  start: /- run: node (?:(baseline|candidate)\/)?service\.mjs (\d+) & sleep 1/g,
} as const

const REPLACE_ACTION = '# REPLACE: the owner and the commit of a release'

/** Fills an example workflow with the values of this repository. Every line that a person has to check ends with `# REPLACE`. */
export function fillWorkflow(template: string, values: WorkflowValues): string {
  const { defaultBranch, script, service, startCommand, action } = values
  return template
    .replace(PLACEHOLDERS.branches, () => `branches: [${JSON.stringify(defaultBranch)}]`)
    .replace(PLACEHOLDERS.artifact, `k6-results-${service}`)
    .replace(PLACEHOLDERS.service, `"service":"${service}"`)
    .replace(PLACEHOLDERS.results, `results/${service}`)
    .replace(PLACEHOLDERS.script, () => shellWord(script))
    .replace(PLACEHOLDERS.start, (line, folder: string | undefined, port: string) =>
      startCommand === null
        ? `${line} # REPLACE: the command that starts your service on port ${port}`
        : startLine(startCommand, folder, port),
    )
    .replace(PLACEHOLDERS.action, (example, step = '') =>
      action === null ? `${example} ${REPLACE_ACTION}` : action.replace('@', `${step}@`),
    )
}

function startLine(command: string, folder: string | undefined, port: string): string {
  const enter = folder === undefined ? '' : `cd ${folder} && `
  const steps = command.split(' && ')
  const install = steps.slice(0, -1).map((step) => `${step} && `)
  const start = `(PORT=${port} ${steps.at(-1)} &) && sleep 5`
  return `- run: ${enter}${install.join('')}${start} # REPLACE: when this does not start your service on port ${port}`
}
