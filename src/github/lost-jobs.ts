import type { LoadTest } from './load-test-run.ts'

/** A job of a matrix, as GitHub names it: `load-test (checkout, us)`. */
type MatrixJob = Readonly<{ name: string; matrix: string; values: readonly string[] }>

/**
 * Failed jobs of a matrix whose values are in no artifact's name, although other jobs of the matrix left artifacts. This is known only if
 * the names of the artifacts hold the values of the matrix. Without a stored baseline, nothing else shows that results are missing.
 */
export function lostJobs(judged: readonly LoadTest[]): readonly string[] {
  const parts = judged.flatMap(({ artifacts }) => artifacts.map(({ part }) => `-${part.toLowerCase()}-`))
  const isThere = (value: string): boolean => parts.some((part) => part.includes(`-${value.toLowerCase()}-`))
  return judged.flatMap(({ failedJobs, goodJobs }) => {
    const good = goodJobs.flatMap(matrixJob)
    return failedJobs.flatMap(matrixJob).flatMap((job) => {
      const siblings = good.filter(({ matrix }) => matrix === job.matrix)
      const own = job.values.filter((value) => !siblings.every(({ values }) => values.includes(value)))
      const areNamedSo = siblings.every(({ values }) =>
        values.some((value) => !job.values.includes(value) && isThere(value)),
      )
      const isLost = own.length > 0 && siblings.length > 0 && areNamedSo && !own.some(isThere)
      return isLost ? [job.name] : []
    })
  })
}

function matrixJob(name: string): readonly MatrixJob[] {
  const [, matrix, values] = /^(.+) \(([^()]+)\)$/.exec(name) ?? []
  return matrix === undefined || values === undefined ? [] : [{ name, matrix, values: values.split(', ') }]
}
