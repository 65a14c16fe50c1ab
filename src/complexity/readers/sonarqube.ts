import type { FunctionComplexity } from '../../model/complexity.ts'
import { UserError } from '../../model/errors.ts'
import { isObject } from '../../model/json-object.ts'
import { text } from '../../model/text.ts'
import { type ComplexityFormat, filePath, parsedJson } from '../complexity-format.ts'

/**
 * `api/measures/component_tree` with `qualifiers=FIL&metricKeys=complexity,functions`, or a list of its pages:
 * https://next.sonarqube.com/sonarqube/web_api/api/measures/component_tree The complexity is a sum over a file, and each function
 * adds at least 1. The branch points are therefore only known with the number of functions:
 * https://docs.sonarsource.com/sonarqube-server/latest/user-guide/code-metrics/metrics-definition/
 */
export const sonarqube: ComplexityFormat = {
  tool: 'sonarqube',
  recognizes: (output) => /^[[{]/.test(output) && pagesOf(output) !== null,
  read(output) {
    const pages = pagesOf(output) ?? []
    const components = pages.flatMap(({ components: some }) => some)
    const total = Math.max(...pages.map(({ paging }) => Number(paging.total)))
    if (!(components.length >= total)) {
      throw new UserError(
        `it has ${components.length} of ${total} files of SonarQube: ask for all pages (ps=500, p=1, 2, …), and put them into one list`,
      )
    }
    const files = components.filter(({ qualifier }) => qualifier === 'FIL')
    const functions = files.flatMap(fileOf)
    const without = files.length - functions.length
    return {
      tool: 'sonarqube',
      unit: 'file',
      functions,
      notes: [
        text`SonarQube has figures of files and none of functions, so the largest and the p90 are those of files.`,
        ...(without === 0 ? [] : [text`SonarQube has no complexity of ${without} files: they are not counted.`]),
      ],
    }
  },
}

type Component = Readonly<Record<string, unknown>>
type Page = Readonly<{ paging: Component; components: readonly Component[] }>

/** null: the text is something else. */
function pagesOf(output: string): readonly Page[] | null {
  const parsed = parsedJson(output)
  const pages: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed]
  return pages.length > 0 && pages.every(isPage) ? pages : null
}

function isPage(value: unknown): value is Page {
  return (
    isObject(value) &&
    isObject(value.baseComponent) &&
    isObject(value.paging) &&
    Array.isArray(value.components) &&
    value.components.every(isObject)
  )
}

/** Empty: SonarQube does not count the complexity of this language. */
function fileOf(component: Component): readonly FunctionComplexity[] {
  const place = component.path ?? component.key
  if (typeof place !== 'string') throw new UserError('a file of SonarQube has neither a path nor a key')
  const [complexity, functionCount] = [measureOf(component, 'complexity'), measureOf(component, 'functions')]
  if (complexity === null) return []
  if (functionCount === null) {
    throw new UserError(
      `${place} has no number of functions, without which there are no branch points: ask SonarQube for metricKeys=complexity,functions`,
    )
  }
  if (complexity < functionCount) {
    throw new UserError(
      `${place} has a complexity of ${complexity} and ${functionCount} functions: each counts at least 1, so this cannot be`,
    )
  }
  const file = filePath(place)
  return [{ file, name: file.slice(file.lastIndexOf('/') + 1), complexity, functionCount }]
}

function measureOf({ measures }: Component, metric: string): number | null {
  const found: unknown = Array.isArray(measures) ? measures.find((one) => isObject(one) && one.metric === metric) : null
  if (!isObject(found)) return null
  if (typeof found.value === 'string' && /^\d{1,9}$/.test(found.value)) return Number(found.value)
  throw new UserError(
    `SonarQube's ${metric} is ${JSON.stringify(found.value)}: it must be a whole number, written as text`,
  )
}
