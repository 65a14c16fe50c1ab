import { closest, distance } from 'fastest-levenshtein'
import * as z from 'zod'
import { UserError } from '../model/errors.ts'
import { meantBy } from '../model/spelling.ts'
import { readYaml, type YamlText } from './policy-yaml.ts'

export type Yaml = Extract<YamlText, { kind: 'value' }>

/** What else a message may say. */
type Hints = Readonly<{
  /** What to do instead of filling an empty file. */
  otherwise: string
  /** Where a key may stand that is in the wrong place. */
  places: readonly Readonly<{ place: string; path: readonly string[] }>[]
}>

/** All problems of a file are told at once, in the order of the file. */
export type Problem = Readonly<{ line: number; text: string }>

/**
 * Reads a file that people write, by a schema whose messages complete the sentence "`key` ...".
 *
 * @param place what people call the file
 * @throws UserError naming every unknown key and every wrong value, each with its line
 */
export function readStrictYaml<Schema extends z.ZodType>(
  text: string,
  place: string,
  schema: Schema,
  { otherwise, places }: Hints,
): Readonly<{ data: z.infer<Schema>; yaml: Yaml }> {
  const yaml = readYaml(text)
  if (yaml.kind === 'error')
    throw reportOf(
      place,
      yaml.problems.map(({ line, problem }) => ({ line, text: `${problem}.` })),
    )
  if (yaml.value === null) throw new UserError(`${place} is empty. Write \`version: 1\` in it, or ${otherwise}.`)
  const parsed = schema.safeParse(yaml.value)
  if (!parsed.success)
    throw reportOf(
      place,
      parsed.error.issues.flatMap((issue) => explain(issue, yaml, schema, places)),
    )
  return { data: parsed.data, yaml }
}

function explain(issue: z.core.$ZodIssue, yaml: Yaml, schema: z.ZodType, places: Hints['places']): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: yaml.lineOfKey(issue.path, key),
      text: `unknown key \`${key}\`${issue.path.length === 0 ? '' : ` in \`${pathText(issue.path)}\``}. ${hint(key, issue.path, schema, places)}`,
    }))
  }
  const path = pathText(issue.path)
  const name = path === '' ? 'the file' : `\`${path}\``
  if (issue.code === 'invalid_key') {
    return [
      {
        line: yaml.lineOfKey(issue.path.slice(0, -1), String(issue.path.at(-1))),
        text: `${name} ${issue.issues[0]?.message ?? issue.message}.`,
      },
    ]
  }
  const found = valueAt(yaml.value, issue.path)
  if (found === undefined) return [{ line: yaml.lineOf(issue.path), text: `${name} is missing: it ${issue.message}.` }]
  return [{ line: yaml.lineOf(issue.path), text: `${name} ${issue.message}. Found ${shown(found)}.` }]
}

function hint(key: string, path: readonly PropertyKey[], schema: z.ZodType, places: Hints['places']): string {
  // No key begins with a digit: `{ max-regression: 5,5% }` has the entries `max-regression: 5` and `5%`.
  if (/^\d/.test(key)) return 'Between `{` and `}` a comma ends an entry: write decimals with a point, such as `5.5%`.'
  const known = knownKeys(schema, path)
  const nearest = closest(key, [...known])
  const elsewhere = places.find((one) => knownKeys(schema, one.path).includes(key))
  if (elsewhere !== undefined && distance(key, nearest) > 1) return `It stands ${elsewhere.place}.`
  const meant = meantBy(key, known)
  return meant === null ? `Known keys: ${known.join(', ')}.` : `Did you mean \`${meant}\`?`
}

/** The keys that the schema allows at a path. */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  if (schema instanceof z.ZodOptional) return knownKeys(schema.unwrap(), path)
  const [step, ...rest] = path
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(schema.shape)
    const next: z.core.$ZodType | undefined = schema.shape[String(step)]
    return next === undefined ? [] : knownKeys(next, rest)
  }
  if (schema instanceof z.ZodRecord) return knownKeys(schema.valueType, rest)
  if (schema instanceof z.ZodArray) return knownKeys(schema.element, rest)
  return []
}

/** `services.checkout.budgets[0].max` */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .slice(1)
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  )
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  const text = isPlain(value) ? String(value) : JSON.stringify(value)
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``
}

/** A text that without its quotes would be a number, `true` or nothing keeps them: "must be 1. Found `1`" would contradict itself. */
function isPlain(value: unknown): value is string | number | boolean {
  if (typeof value === 'string') return !/^(?:|true|false|null|[-+]?[\d.]+)$/i.test(value)
  return typeof value === 'number' || typeof value === 'boolean'
}

export function reportOf(place: string, problems: readonly Problem[]): UserError {
  const lines = problems
    .toSorted((left, right) => left.line - right.line)
    .map(({ line, text }) => `${place}, line ${line}: ${text}`)
  return new UserError(lines.join('\n'))
}
