import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }

/** An operation of GitHub's REST API, found for a request. */
type Operation = Readonly<{
  /** The official name, for example `issues/create-comment`. */
  id: string
  method: string
  /** The official template, for example `/repos/{owner}/{repo}/pulls/{pull_number}`. */
  template: string
  description: JsonObject
}>

export type Match = Readonly<{ operation: Operation; parameters: ReadonlyMap<string, string> }>

/** Checks requests and answers against GitHub's official description. Each function returns the problems that it found. */
export type OpenApi = Readonly<{
  match: (method: string, path: string) => Match | null
  requestProblems: (match: Match, query: URLSearchParams, body: Json | undefined) => readonly string[]
  answerProblems: (operation: Operation, status: number, body: Json | undefined) => readonly string[]
  webhookProblems: (name: string, payload: Json) => readonly string[]
}>

const FIXTURE = new URL('../../fixtures/github-openapi.json', import.meta.url)
const ID = 'https://api.github.com/openapi.json'

/** Parameters whose values may contain slashes, for example the name of a branch or the path of a file. */
const MULTI_SEGMENT: ReadonlySet<string> = new Set(['path', 'ref', 'basehead', 'branch'])

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function objectAt(value: Json | undefined, ...keys: readonly string[]): JsonObject | null {
  let found = value
  for (const key of keys) found = isObject(found) ? found[key] : undefined
  return isObject(found) ? found : null
}

/**
 * GitHub publishes OpenAPI 3.0, which writes `nullable: true` where JSON Schema allows the type `null`
 * (https://spec.openapis.org/oas/v3.0.3#schema-object).
 */
function toJsonSchema(value: Json): Json {
  if (Array.isArray(value)) return value.map(toJsonSchema)
  if (!isObject(value)) return value
  const { nullable, ...schema } = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, toJsonSchema(item)]),
  )
  if (nullable !== true) return schema
  if (typeof schema.type !== 'string') return { anyOf: [{ type: 'null' }, schema] }
  const type = [schema.type, 'null']
  return Array.isArray(schema.enum) ? { ...schema, type, enum: [...schema.enum, null] } : { ...schema, type }
}

function compilePattern(template: string): { pattern: RegExp; names: readonly string[]; literalLength: number } {
  const names: string[] = []
  const source = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name)
    return MULTI_SEGMENT.has(name) ? '(.+)' : '([^/]+)'
  })
  return { pattern: new RegExp(`^${source}$`), names, literalLength: template.replace(/\{\w+\}/g, '').length }
}

function describe(errors: readonly ErrorObject[] | null | undefined, where: string): string[] {
  return (errors ?? []).map(
    (error) => `${where}${error.instancePath} ${error.message ?? 'is invalid'} ${JSON.stringify(error.params)}`,
  )
}

/** Converts a value of a query or path to the type in its schema, so that "30" can be an integer. */
function readParameter(text: string, schema: JsonObject): Json {
  if (schema.type === 'integer' || schema.type === 'number')
    return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
  if (schema.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

let loaded: OpenApi | null = null

/**
 * Reads the reduced official description once per process, because it never changes. Each schema is compiled when it is needed
 * for the first time, because compiling all of them takes two seconds.
 */
export function loadOpenApi(): OpenApi {
  loaded ??= readOpenApi()
  return loaded
}

function readOpenApi(): OpenApi {
  const source = toJsonSchema(JSON.parse(readFileSync(FIXTURE, 'utf8')) as Json) as JsonObject
  // Each test file compiles what it needs, and checks few values with it: references that are not copied in and code that is not optimized
  // take a quarter of the time.
  const ajv = new Ajv({
    strict: false,
    allErrors: false,
    validateFormats: true,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  })
  addFormats.default(ajv)
  for (const format of ['int64', 'int32', 'binary', 'repo.nwo', 'timestamp'])
    if (!ajv.formats[format]) ajv.addFormat(format, true)
  ajv.addSchema({ ...source, $id: ID })
  const compiled = new Map<string, ValidateFunction>()

  const operations = Object.entries(objectAt(source, 'paths') ?? {}).flatMap(([template, methods]) =>
    Object.entries(isObject(methods) ? methods : {}).map(([method, description]) => ({
      ...compilePattern(template),
      operation: {
        id: String(objectAt(description)?.operationId),
        method: method.toUpperCase(),
        template,
        description: objectAt(description) ?? {},
      },
    })),
  )
  operations.sort((left, right) => right.literalLength - left.literalLength)

  function problems(pointer: readonly string[], value: Json, where: string): string[] {
    const fragment = pointer
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/')
    const reference = `${ID}#/${fragment}`
    const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference })
    compiled.set(reference, validate)
    return validate(value) ? [] : describe(validate.errors, where)
  }

  function resolve(value: JsonObject): JsonObject {
    if (typeof value.$ref !== 'string') return value
    return objectAt(source, ...value.$ref.replace('#/', '').split('/')) ?? {}
  }

  function parametersOf(operation: Operation): readonly JsonObject[] {
    const listed = operation.description.parameters
    return Array.isArray(listed) ? listed.filter(isObject).map(resolve) : []
  }

  function parameterProblems({ operation, parameters }: Match, query: URLSearchParams): string[] {
    const known = parametersOf(operation)
    const names = new Set(known.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name))
    const unknown = [...query.keys()]
      .filter((name) => !names.has(name))
      .map((name) => `query has an unknown parameter "${name}"`)
    const wrong = known.flatMap((parameter) => {
      const name = String(parameter.name)
      const text = parameter.in === 'path' ? parameters.get(name) : query.get(name)
      const schema = objectAt(parameter, 'schema') ?? {}
      if (text === undefined || text === null)
        return parameter.required === true ? [`${String(parameter.in)} lacks "${name}"`] : []
      const validate = ajv.compile(schema)
      return validate(readParameter(text, schema))
        ? []
        : describe(validate.errors, `${String(parameter.in)} "${name}"=${text}`)
    })
    return [...unknown, ...wrong]
  }

  function bodyProblems(operation: Operation, body: Json | undefined): string[] {
    const declared = objectAt(operation.description, 'requestBody', 'content', 'application/json', 'schema')
    if (declared === null) return body === undefined ? [] : ['a body was sent where none is described']
    const required = objectAt(operation.description, 'requestBody')?.required === true
    if (body === undefined) return required ? ['the body is missing'] : []
    const pointer = [
      'paths',
      operation.template,
      operation.method.toLowerCase(),
      'requestBody',
      'content',
      'application/json',
      'schema',
    ]
    const named = objectAt(resolve(declared), 'properties')
    const unknown =
      named === null || !isObject(body) ? [] : Object.keys(body).filter((key) => !Object.hasOwn(named, key))
    return [...problems(pointer, body, 'body'), ...unknown.map((key) => `body has an unknown field "${key}"`)]
  }

  return {
    match(method, path) {
      for (const { pattern, names, operation } of operations) {
        const found = operation.method === method ? pattern.exec(path) : null
        if (found !== null)
          return {
            operation,
            parameters: new Map(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')])),
          }
      }
      return null
    },
    requestProblems: (match, query, body) => [
      ...parameterProblems(match, query),
      ...bodyProblems(match.operation, body),
    ],
    answerProblems(operation, status, body) {
      const answers = objectAt(operation.description, 'responses') ?? {}
      // 401, 403 and 404 are possible for all operations, even if the description does not list them. Their body is the basic
      // error.
      const undescribed = !Object.hasOwn(answers, String(status))
      if (undescribed)
        return [401, 403, 404, 422].includes(status) && typeof objectAt(body)?.message === 'string'
          ? []
          : [`${status} is not described`]
      const declared = objectAt(answers, String(status)) ?? {}
      const reference = typeof declared.$ref === 'string' ? declared.$ref.replace('#/', '').split('/') : null
      const pointer = [
        ...(reference ?? ['paths', operation.template, operation.method.toLowerCase(), 'responses', String(status)]),
        'content',
        'application/json',
        'schema',
      ]
      if (objectAt(source, ...pointer) === null) return []
      return problems(pointer, body ?? null, 'answer')
    },
    webhookProblems(name, payload) {
      const pointer = ['x-webhooks', name, 'content', 'application/json', 'schema']
      return objectAt(source, ...pointer) === null
        ? [`the webhook "${name}" is not described`]
        : problems(pointer, payload, 'payload')
    },
  }
}
