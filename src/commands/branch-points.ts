import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { BranchPoints } from '../history/phase.ts'
import { UserError } from '../model/errors.ts'

const Points = z.object({ branchPoints: z.int().min(0) })
const File = z.object({ schemaVersion: z.literal(1), changed: z.object({ before: Points, after: Points }) })

/** The branch points of services, from `checkout=FILE` each: the JSON of `perf-gate complexity`. */
export async function readBranchPoints(
  given: readonly string[],
  services: ReadonlySet<string>,
): Promise<ReadonlyMap<string, BranchPoints>> {
  const found = new Map<string, BranchPoints>()
  for (const text of given) {
    const [, service = '', path = ''] = /^([^=]+)=(.+)$/.exec(text) ?? []
    if (!services.has(service)) {
      throw new UserError(
        `--complexity cannot be ${JSON.stringify(text)}: write SERVICE=FILE. The services of the store are ${[...services].join(', ')}.`,
      )
    }
    found.set(service, await branchPointsAt(path))
  }
  return found
}

async function branchPointsAt(path: string): Promise<BranchPoints> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${path} cannot be read (${error.code}). Check the path after --complexity.`)
  })
  const parsed = File.safeParse(jsonOf(text))
  if (!parsed.success) {
    throw new UserError(
      `${path} is no report of perf-gate complexity. Write one: perf-gate complexity --before F --after F --json ${path}`,
    )
  }
  const { before, after } = parsed.data.changed
  return { before: before.branchPoints, after: after.branchPoints }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
