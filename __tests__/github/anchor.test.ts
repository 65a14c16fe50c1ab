import { describe, expect, test } from '@jest/globals'
import { compareWithBase, findAnchor, openHistory, resolveCommit } from '../../src/github/anchor.ts'
import { withPermissionHint } from '../../src/github/permission-error.ts'
import { SHA, scriptGitHub } from './scripted-github.ts'

const [HEAD, FORK, TIP, MERGE, OTHER] = [SHA('1'), SHA('2'), SHA('3'), SHA('4'), SHA('5')]
const compare = (head: string) => `GET /compare/main...${head}?per_page=1`
const mergedAt = (sha: string) => ({ body: { merge_base_commit: { sha } } })
const commit = (sha: string, ...parents: readonly string[]) => ({
  [`GET /git/commits/${sha}`]: { body: { sha, parents: parents.map((parent) => ({ sha: parent })) } },
})
const mergeBase = { [compare(HEAD)]: mergedAt(FORK) }

async function find(testedCommit: string | null, script: Parameters<typeof scriptGitHub>[0]) {
  const { client, requests } = scriptGitHub(script)
  const compared = () => compareWithBase(client, 'main', HEAD)
  return { anchor: await findAnchor(client, { base: 'main', headSha: HEAD, testedCommit, compared }), requests }
}

describe('findAnchor', () => {
  test.each([null, HEAD])('is the merge base when %s was tested', async (tested) => {
    expect(await find(tested, mergeBase)).toEqual({
      anchor: FORK,
      requests: [compare(HEAD)],
    })
  })

  test('is the base parent when the merge of this head was tested', async () => {
    const script = { ...commit(MERGE, TIP, HEAD), [compare(TIP)]: mergedAt(TIP) }
    expect((await find(MERGE, script)).anchor).toBe(TIP)
  })

  test('is the merge base when the tested merge has a parent of unrelated history', async () => {
    const other = { status: 404, body: { message: 'No common ancestor between main and it.' } }
    const script = { ...commit(MERGE, OTHER, HEAD), [compare(OTHER)]: other, ...mergeBase }
    expect((await find(MERGE, script)).anchor).toBe(FORK)
  })

  test.each([
    [
      'a commit that GitHub does not know',
      { [`GET /git/commits/${MERGE}`]: { status: 404, body: { message: 'Not Found' } } },
    ],
    ['a merge of another head', commit(MERGE, TIP, OTHER)],
    ['a merge the other way round', commit(MERGE, HEAD, TIP)],
    ['a commit that merges nothing', commit(MERGE, HEAD)],
    ['a merge of three', commit(MERGE, TIP, HEAD, OTHER)],
    [
      'a merge into a commit that is not of the base branch',
      { ...commit(MERGE, OTHER, HEAD), [compare(OTHER)]: mergedAt(FORK) },
    ],
  ])('is the merge base for %s', async (_, script) => {
    expect((await find(MERGE, { ...mergeBase, ...script })).anchor).toBe(FORK)
  })

  test('does not ask GitHub for a name that cannot be a commit', async () => {
    expect((await find('../../../user', mergeBase)).requests).toEqual([compare(HEAD)])
  })
})

describe('resolveCommit', () => {
  const get = (ref: string) => `GET /commits/${ref}?per_page=1`

  test('is the commit of a tag', async () => {
    const { client } = scriptGitHub({ [get('v3.2')]: { body: { sha: HEAD } } })
    expect(await resolveCommit(client, 'v3.2')).toBe(HEAD)
  })

  test.each([404, 422])('is null where GitHub answers %d', async (status) => {
    const { client } = scriptGitHub({ [get('v9')]: { status, body: { message: 'No commit found for SHA: v9' } } })
    expect(await resolveCommit(client, 'v9')).toBeNull()
  })
})

describe('compareWithBase', () => {
  const changed = (files: readonly object[]) => ({
    [compare(HEAD)]: { body: { merge_base_commit: { sha: FORK }, files } },
  })
  const read = async (files: readonly object[]) =>
    await compareWithBase(scriptGitHub(changed(files)).client, 'main', HEAD)

  test('names what the head changes, with the old name of a renamed file', async () => {
    const files = [{ filename: 'a.ts' }, { filename: 'new.ts', previous_filename: 'old.ts' }]
    expect(await read(files)).toEqual({ mergeBase: FORK, changedFiles: ['a.ts', 'old.ts', 'new.ts'] })
  })

  test('does not know the files when GitHub names as many as it ever does', async () => {
    const files = (count: number) => Array.from({ length: count }, (_, index) => ({ filename: `${index}` }))
    expect((await read(files(299))).changedFiles).toHaveLength(299)
    expect((await read(files(300))).changedFiles).toBeNull()
  })

  test('says that histories are unrelated, and asks for no permission', async () => {
    const script = {
      [compare(HEAD)]: { status: 404, body: { message: `No common ancestor between main and ${HEAD}.` } },
    }
    const compared = compareWithBase(scriptGitHub(script).client, 'main', HEAD)
    await expect(compared).rejects.toThrow('1111111 and main have no common ancestor')
    await expect(withPermissionHint('find the commit to compare with', () => compared)).rejects.not.toThrow(
      'permissions',
    )
  })

  test('does not know the files when GitHub names none at all', async () => {
    const { client } = scriptGitHub(mergeBase)
    expect(await compareWithBase(client, 'main', HEAD)).toEqual({ mergeBase: FORK, changedFiles: null })
  })
})

describe('openHistory', () => {
  const page = (number: number) => `GET /commits?sha=${FORK}&per_page=100&page=${number}`
  const commits = (start: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      sha: `c${start + index}`,
      parents: [{ sha: `c${start + index + 1}` }],
    }))

  test('reads until there are enough commits, and no page twice', async () => {
    const { client, requests } = scriptGitHub({
      [page(1)]: { body: commits(0, 100) },
      [page(2)]: { body: commits(100, 100) },
    })
    const history = openHistory(client, FORK)
    expect(await history(() => true)).toHaveLength(100)
    const read = await history((known) => known.some(({ sha }) => sha === 'c150'))
    expect(read).toHaveLength(200)
    expect([read[0], read[199]]).toEqual([
      { sha: 'c0', firstParent: 'c1' },
      { sha: 'c199', firstParent: 'c200' },
    ])
    expect(await history((known) => known.length > 100)).toHaveLength(200)
    expect(requests).toEqual([page(1), page(2)])
  })

  test('stops at the end of the history', async () => {
    const { client, requests } = scriptGitHub({ [page(1)]: { body: commits(0, 7) } })
    const history = openHistory(client, FORK)
    expect(await history(() => false)).toHaveLength(7)
    expect(await history(() => false)).toHaveLength(7)
    expect(requests).toEqual([page(1)])
  })

  test('stops after three pages', async () => {
    const full = { body: commits(0, 100) }
    const { client, requests } = scriptGitHub({ [page(1)]: full, [page(2)]: full, [page(3)]: full })
    expect(await openHistory(client, FORK)(() => false)).toHaveLength(300)
    expect(requests).toHaveLength(3)
  })
})
