import type { Surroundings } from '../github/surroundings.ts'
import type { ReportContext } from '../model/report.ts'
import type { PolicyInForce } from './policy.ts'

/** The part of the report context that is the same for all reports of this run. */
export function reportContext(
  { inputs, context, env }: Surroundings,
  { policy, commit }: PolicyInForce,
): Omit<ReportContext, 'generatedFor' | 'headSha' | 'baseBranch'> {
  const action = env.GITHUB_ACTION_REPOSITORY
  return {
    gateName: inputs.name,
    repository: `${context.repository.owner}/${context.repository.name}`,
    pullRequest: null,
    runUrl: context.runUrl,
    runId: context.workflowRunId,
    policySource: policy.source,
    policyCommit: commit,
    overrideLabel: policy.override.label,
    overrideRules: {
      policy: policy.override,
      needsSecondPerson:
        policy.override.secondPerson === 'always' ||
        (policy.override.secondPerson === 'auto' && context.repository.ownerIsOrganization),
    },
    actionReference: action === undefined || action === '' ? null : `${action}@${env.GITHUB_ACTION_REF ?? ''}`,
  }
}
