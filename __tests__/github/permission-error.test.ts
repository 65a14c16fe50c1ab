import { describe, expect, test } from '@jest/globals'
import { describeFailure, permissionProblem } from '../../src/github/permission-error.ts'

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
    ['read the override of the merged pull request', '`statuses: read`'],
  ] as const)('names the line that is missing to %s', (operation, line) => {
    expect(permissionProblem(failure(403, 'Resource not accessible by integration'), operation)).toBe(
      `Could not ${operation}: GitHub refuses it to this token (403). Add this line to the job's \`permissions:\` block: ${line}. ` +
        'In a pull request from a fork the token can only read, whatever the block says.',
    )
  })

  test('says that 404 may be a thing that the token may not see', () => {
    expect(permissionProblem(failure(404, 'Not Found'), 'set the commit status')).toContain(
      'GitHub does not show it to this token (404)',
    )
  })

  test.each([
    ['a rate limit', failure(403, 'You have exceeded a secondary rate limit')],
    ['another status', failure(422, 'Validation Failed')],
    ['no status', new Error('fetch failed')],
  ])('is not the cause of %s', (_, error) => {
    expect(permissionProblem(error, 'post the comment')).toBeNull()
    expect(describeFailure(error, 'post the comment')).toBe(`Could not post the comment: ${error.message}`)
  })
})
