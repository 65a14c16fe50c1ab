import template from '../../../templates/first-baseline.hbs'
import type { Section } from '../section.ts'

/** Used if the name of the action is not known. */
const PLACEHOLDER = 'OWNER/perf-gate@VERSION'

/** The job or command to copy if there is no baseline yet. */
export const firstBaseline: Section = {
  id: 'first-baseline',
  place: 'top',
  page: 'drawn',
  template,
  build(verdict, { actionReference, baseBranch, gateName, generatedFor }) {
    if (verdict.outcome !== 'no-baseline') return undefined
    return {
      isCommandLine: generatedFor === 'command-line',
      action: asYaml(actionReference, /^[\w./@-]+$/) ?? PLACEHOLDER,
      branch: asYaml(baseBranch, /^[\w][\w./-]*$/) ?? 'main',
      name: gateName === 'perf-gate' ? undefined : asYaml(gateName, /^[\w][\w.-]*$/),
    }
  },
}

/** The text, if it needs no quotes in YAML and cannot end the code block. */
function asYaml(text: string | null, allowed: RegExp): string | undefined {
  return text !== null && allowed.test(text) ? text : undefined
}
