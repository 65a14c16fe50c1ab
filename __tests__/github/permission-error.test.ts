import { describe, expect, test } from '@jest/globals'
import { describeFailure, permissionProblem, withPermissionHint } from '../../src/github/permission-error.ts'
import { UserError } from '../../src/model/errors.ts'

const failure = (status: number, message: string) => Object.assign(new Error(message), { status })

const CONTENTS = '`contents: read`, or `contents: write` in the job that records'

describe('permissionProblem', () => {
  test.each([
    ['read the artifacts', '`actions: read`'],
    ['find the commit to compare with', CONTENTS],
    ['read the policy file', CONTENTS],
    ['read the report templates', CONTENTS],
    ['read the baseline', CONTENTS],
    ['store the baseline', '`contents: write`'],
    ['read the pull request', '`pull-requests: write`'],
    ['post the comment', '`pull-requests: write`'],
    ['set the commit status', '`statuses: write`'],
    ['find the merged pull request', '`pull-requests: read`'],
    ['read the override of the merged pull request', '`statuses: write`'],
    ['tell of the regression in an issue', '`issues: write`'],
  ] as const)('names the line that is missing to %s', (operation, line) => {
    expect(permissionProblem(failure(403, 'Resource not accessible by integration'), operation)).toBe(
      `Could not ${operation}: GitHub refuses it to this token (403). Add this line to the job's \`permissions:\` block: ${line}. ` +
        'In a pull request from a fork the token can only read, whatever the block says.',
    )
  })

  test('says that the token may not be allowed to see what answers 404', () => {
    expect(permissionProblem(failure(404, 'Not Found'), 'set the commit status')).toContain(
      'GitHub does not show it to this token (404)',
    )
  })

  test.each([
    [
      'a rate limit',
      failure(403, 'You have exceeded a secondary rate limit.'),
      'GitHub limits how many requests are sent. It said: You have exceeded a secondary rate limit.',
    ],
    ['too many requests', failure(429, 'Slow down'), 'GitHub limits how many requests are sent. It said: Slow down.'],
    ['a server error', failure(502, 'Bad Gateway'), 'GitHub did not answer as it should (502). It said: Bad Gateway.'],
    [
      'a download that breaks',
      Object.assign(new TypeError('terminated'), { cause: new Error('other side closed') }),
      'the connection to GitHub broke. It said: terminated.',
    ],
    [
      'a download that never ends',
      new DOMException('The operation was aborted due to timeout', 'TimeoutError'),
      'the connection to GitHub broke. It said: The operation was aborted due to timeout.',
    ],
  ])('is no permission, and says so: %s', async (_, error, words) => {
    expect(permissionProblem(error, 'post the comment')).toBeNull()
    const sentence = `Could not post the comment: ${words} Run this job again in some minutes.`
    expect(describeFailure(error, 'post the comment')).toBe(sentence)
    const failing = withPermissionHint('post the comment', () => Promise.reject(error))
    await expect(failing).rejects.toBeInstanceOf(UserError)
    await expect(failing).rejects.toMatchObject({ message: sentence, cause: error })
  })

  test('an unexpected error is no missing permission', async () => {
    const mistake = new TypeError('x is not a function')
    await expect(withPermissionHint('post the comment', () => Promise.reject(mistake))).rejects.toBe(mistake)
  })

  test.each([
    ['another status', failure(422, 'Validation Failed')],
    ['no status', new Error('fetch failed')],
  ])('is not the cause of %s', (_, error) => {
    expect(permissionProblem(error, 'post the comment')).toBeNull()
    expect(describeFailure(error, 'post the comment')).toBe(`Could not post the comment: ${error.message}`)
  })
})
