import type { Call } from './world.ts'

export type Page<Item> = Readonly<{ items: readonly Item[]; headers: Readonly<Record<string, string>> }>

/**
 * One page of a list, with GitHub's Link header. A page has 30 entries by default and at most 100:
 * https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export function paginate<Item>(call: Call, apiUrl: string, items: readonly Item[]): Page<Item> {
  const size = Math.min(100, Math.max(1, Number(call.query.get('per_page') ?? 30)))
  const page = Math.max(1, Number(call.query.get('page') ?? 1))
  const last = Math.max(1, Math.ceil(items.length / size))
  const relations = [
    ...(page > 1 ? [['prev', Math.min(page - 1, last)] as const] : []),
    ...(page < last ? [['next', page + 1] as const, ['last', last] as const] : []),
    ...(page > 1 ? [['first', 1] as const] : []),
  ]
  const link = relations
    .map(([relation, number]) => `<${urlOfPage(call, apiUrl, number)}>; rel="${relation}"`)
    .join(', ')
  return { items: items.slice((page - 1) * size, page * size), headers: link === '' ? {} : { link } }
}

function urlOfPage(call: Call, apiUrl: string, page: number): string {
  const query = new URLSearchParams(call.query)
  query.set('page', String(page))
  return `${apiUrl}${call.path}?${query}`
}
