import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { blockedParts, type Overridable } from '../../src/model/blocked-parts.ts'
import type { AcceptedOverride, OverrideFacts } from '../../src/model/override.ts'
import type { OverridePolicy } from '../../src/model/policy.ts'
import { DEFAULT_OVERRIDE_POLICY } from '../../src/policy/default-policy.ts'
import { decideOverride } from '../../src/policy/override.ts'
import { plainOf, saying } from '../saying.ts'
import { aComparison, aFinding, anEstimate, anEvidence } from './evidence.ts'

const SEEN = '2026-03-01T10:00:00Z'
const LATER = '2026-03-01T10:05:00Z'
const BEFORE = '2026-03-01T09:59:59Z'

const comment = (changes: Partial<OverrideFacts['comments'][number]> = {}): OverrideFacts['comments'][number] => ({
  id: 1,
  author: 'mia',
  authorRole: 'maintain',
  body: '/perf-override the audit log is worth 6 %',
  at: LATER,
  updatedAt: changes.at ?? LATER,
  editedBy: null,
  ...changes,
})
const labeled = (changes: Partial<OverrideFacts['events'][number]> = {}): OverrideFacts['events'][number] => ({
  kind: 'labeled',
  actor: 'mia',
  actorIsBot: false,
  at: LATER,
  ...changes,
})

/** Mia maintains the repository of an organisation and accepts a pull request of Paul, in writing, after his last push. */
function facts(changes: Partial<OverrideFacts> = {}): OverrideFacts {
  return {
    label: 'perf-override',
    labelPresent: true,
    events: [labeled()],
    actorRole: 'maintain',
    pullRequest: { number: 7, author: 'paul', headSha: 'abc1234def5678', body: 'Adds an audit log.' },
    ownerIsOrganization: true,
    headSeenAt: SEEN,
    headPushedBy: 'paul',
    comments: [comment()],
    bodyEdited: null,
    baseChangedAt: null,
    reviews: [],
    readAt: '2026-03-02T10:00:00Z',
    accepted: null,
    ...changes,
  }
}

const decide = (
  changes: Partial<OverrideFacts> = {},
  policy: Partial<OverridePolicy> = {},
  overridable: Overridable = { findings: [aFinding()], evidence: [anEvidence()] },
): ReturnType<typeof decideOverride> =>
  decideOverride(facts(changes), { ...DEFAULT_OVERRIDE_POLICY, ...policy }, blockedParts(overridable))
const pullRequest = (changes: Partial<OverrideFacts['pullRequest']>): Partial<OverrideFacts> => ({
  pullRequest: { ...facts().pullRequest, ...changes },
})
const description = (body: string): Partial<OverrideFacts> => ({ ...pullRequest({ body }), comments: [] })

describe('an override', () => {
  test('is valid when everything is there', () => {
    expect(decide()).toEqual({
      kind: 'valid',
      by: 'mia',
      reason: 'the audit log is worth 6 %',
      at: LATER,
      headSha: 'abc1234def5678',
    })
  })

  test('is none without the label, whatever else is there', () => {
    expect(decide({ labelPresent: false })).toEqual({ kind: 'none' })
  })
})

describe('an override holds for what it was set for', () => {
  test('an override for another base branch is refused', () => {
    expect(decide({ baseChangedAt: LATER })).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying(
        '@mia set the label `perf-override` for another base branch. The base of the pull request was changed after it.',
      ),
      next: saying(
        'Look at the results against the new base. If they are acceptable too, remove the label and set it again.',
      ),
    })
    expect(decide({ baseChangedAt: SEEN }).kind).toBe('valid')
  })

  test.each(['missing', 'changed-script'] as const)(
    '%s: of unknown size, where the policy has a largest one',
    (rule) => {
      const overridable = { findings: [aFinding({ rule, metric: null, stat: null })], evidence: [anEvidence()] }
      expect(decide({}, { maxRegressionRatio: 0.2 }, overridable)).toMatchObject({
        kind: 'refused',
        why: saying(/so nothing of unknown size/),
      })
      expect(decide({}, {}, overridable).kind).toBe('valid')
    },
  )
})

describe('the description, edited after the label', () => {
  const body = '### Performance override\nThe audit log is worth 6 %.'
  const edited = (at: string, by: string | null, comments: OverrideFacts['comments'] = []) =>
    decide({ ...description(body), bodyEdited: { at, by }, comments })

  test('by somebody else is not what was accepted', () => {
    expect(edited(LATER, 'paul')).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying(
        'The description was edited by @paul after @mia set the label, so its reason may not be the one that was accepted.',
      ),
      next: saying(
        'Comment `/perf-override <reason>`, or read the description again, remove the label and set it again.',
      ),
    })
    expect(edited('2026-03-01T10:06:00Z', null).kind).toBe('refused')
  })

  test('before the label, or by whoever set it, was read', () => {
    expect(edited(SEEN, 'paul')).toMatchObject({ kind: 'valid', reason: 'The audit log is worth 6 %.' })
    expect(edited('2026-03-01T10:06:00Z', 'Mia').kind).toBe('valid')
  })

  test('leaves a comment as the reason', () => {
    expect(edited(LATER, 'paul', [comment()])).toMatchObject({ kind: 'valid', reason: 'the audit log is worth 6 %' })
  })
})

describe('the command, as people write it', () => {
  test.each([
    '/perf-override: the audit log is worth 6 %',
    '/Perf-Override the audit log is worth 6 %',
    '`/perf-override the audit log is worth 6 %`',
    '`/perf-override` the audit log is worth 6 %',
    '/perf-override - the audit log is worth 6 %',
    '/perf-override\n\nthe audit log is worth 6 %',
    '/perf-override\r\nthe audit log is worth 6 %\r\n',
  ])('%j', (body) => {
    expect(decide({ comments: [comment({ body })] })).toMatchObject({
      kind: 'valid',
      reason: 'the audit log is worth 6 %',
    })
  })

  test.each(['/perf-override-cancel the whole thing please', '> /perf-override quoted by somebody else'])(
    'is not %j',
    (body) => {
      expect(decide({ comments: [comment({ body })] }).kind).toBe('refused')
    },
  )
})

describe('who may override', () => {
  test.each([
    ['write', 'valid'],
    ['maintain', 'valid'],
    ['admin', 'valid'],
    ['triage', 'refused'],
    ['read', 'refused'],
    ['none', 'refused'],
    ['Read and label', 'refused'],
    [null, 'refused'],
  ])('role %s: %s', (actorRole, kind) => {
    expect(decide({ actorRole }).kind).toBe(kind)
  })

  test('a custom role counts when the policy names it', () => {
    expect(decide({ actorRole: 'perf-lead' }, { roles: ['perf-lead'] }).kind).toBe('valid')
    expect(decide({ actorRole: 'admin' }, { roles: ['perf-lead'] }).kind).toBe('refused')
  })

  test('a refused role is named, with the roles that may override', () => {
    expect(decide({ actorRole: 'triage' })).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying(
        '@mia set the label `perf-override` and has the role `triage` in this repository. Roles that may override: write, maintain, admin.',
      ),
      next: saying('Someone with such a role must remove the label and set it again.'),
    })
  })

  test('a bot that the policy does not list is refused', () => {
    expect(decide({ events: [labeled({ actor: 'renovate[bot]', actorIsBot: true })], actorRole: 'admin' })).toEqual({
      kind: 'refused',
      by: 'renovate[bot]',
      why: saying(
        'The label `perf-override` was set by the bot @renovate[bot]. Only a person, or a bot that the policy lists, can answer for an override.',
      ),
      next: saying('Someone whose role allows it must remove the label and set it again.'),
    })
  })

  test.each([
    ['auto', true, 'refused'],
    ['auto', false, 'valid'],
    ['always', false, 'refused'],
    ['never', true, 'valid'],
  ] as const)('alone, second-person %s, organisation %s: %s', (secondPerson, ownerIsOrganization, kind) => {
    expect(decide({ ...pullRequest({ author: 'Mia' }), ownerIsOrganization }, { secondPerson }).kind).toBe(kind)
  })

  test('a bot that the policy lists needs no role, and may give the reason', () => {
    const event = labeled({ actor: 'release[bot]', actorIsBot: true })
    const by = comment({ author: 'release[bot]', authorRole: null })
    const changes = { events: [event], comments: [by], actorRole: null }
    expect(decide(changes, { bots: ['Release[bot]'] })).toMatchObject({ kind: 'valid', by: 'release[bot]' })
    expect(decide(changes, { bots: ['other[bot]'] }).kind).toBe('refused')
    // A listed bot does not speak for a person who set the label.
    expect(decide({ comments: [by] }, { bots: ['release[bot]'] }).kind).toBe('refused')
  })

  test('who pushed last is not a second person, where that is known', () => {
    expect(decide({ headPushedBy: 'Mia' })).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying(
        '@mia set the label `perf-override` and pushed abc1234 themselves. An override needs a second person.',
      ),
      next: saying('Someone other than @mia must remove the label and set it again.'),
    })
    expect(decide({ headPushedBy: 'Mia' }, { secondPerson: 'never' }).kind).toBe('valid')
    expect(decide({ headPushedBy: null }).kind).toBe('valid')
  })

  test('a refusal for want of a second person says what to do', () => {
    expect(decide(pullRequest({ author: 'mia' }))).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying(
        '@mia set the label `perf-override` on a pull request of their own. An override needs a second person.',
      ),
      next: saying('Someone other than @mia must remove the label and set it again.'),
    })
  })

  test.each<readonly [string, OverrideFacts['events']]>([
    ['no event, as after a rename of the label', []],
    ['the last event took it away', [labeled(), labeled({ kind: 'unlabeled' })]],
  ])('unknown: %s', (_, events) => {
    expect(decide({ events })).toEqual({
      kind: 'refused',
      by: null,
      why: saying('GitHub does not say who set the label `perf-override`.'),
      next: saying('Remove the label and set it again.'),
    })
  })

  test('the person who overrides is the last one who set the label', () => {
    const events = [labeled({ actor: 'tom' }), labeled({ kind: 'unlabeled', actor: 'paul' }), labeled()]
    expect(decide({ events })).toMatchObject({ kind: 'valid', by: 'mia' })
    expect(decide({ events: [labeled(), labeled({ actor: 'paul' })] })).toMatchObject({ kind: 'refused', by: 'paul' })
  })
})

describe('when the label was set', () => {
  test('a label in the same second as the push counts', () => {
    expect(decide({ events: [labeled({ at: SEEN })], comments: [comment({ at: SEEN })] }).kind).toBe('valid')
  })

  test('a push after the label makes it stale', () => {
    expect(decide({ events: [labeled({ at: BEFORE })] })).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying('@mia set the label `perf-override` for an earlier commit. abc1234 was pushed after it.'),
      next: saying('Look at the results of abc1234. If they are acceptable too, remove the label and set it again.'),
    })
  })

  test('times with another offset are the same moments', () => {
    expect(decide({ events: [labeled({ at: '2026-03-01T11:00:00+01:00' })] }).kind).toBe('valid')
    expect(decide({ events: [labeled({ at: '2026-03-01T10:30:00+01:00' })] }).kind).toBe('refused')
  })

  test.each([null, '', 'yesterday'])('a push at an unknown time (%j) is refused', (headSeenAt) => {
    expect(decide({ headSeenAt })).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying(
        'It is not known when abc1234 was pushed, so the label `perf-override` by @mia may be meant for an earlier commit.',
      ),
      next: saying(
        'Close and reopen the pull request, so that a workflow of this repository runs for abc1234. Then remove the label and set it again.',
      ),
    })
  })
})

describe('how long an override holds', () => {
  const DAY_MS = 86_400_000

  test.each([
    ['2026-03-15T10:05:00Z', 'valid'],
    ['2026-03-15T10:05:01Z', 'refused'],
    ['', 'refused'],
  ])('a label of 2026-03-01T10:05:00Z for 14 days, read at "%s": %s', (readAt, kind) => {
    expect(decide({ readAt }, { expiresMs: 14 * DAY_MS }).kind).toBe(kind)
  })

  test('without a limit the age does not matter', () => {
    expect(decide({ readAt: '2036-03-15T10:05:01Z' }).kind).toBe('valid')
  })

  test.each([
    [14 * DAY_MS, '14 days'],
    [DAY_MS, '1 day'],
    [DAY_MS / 2, '12 hours'],
  ])('%d ms in words', (expiresMs, age) => {
    expect(decide({ readAt: '2026-04-01T00:00:00Z' }, { expiresMs })).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying(
        `@mia set the label \`perf-override\` on 2026-03-01. The policy lets an override hold for ${age}, and that time is over.`,
      ),
      next: saying(
        'Look at the results of abc1234 again. If they are still acceptable, remove the label and set it again.',
      ),
    })
  })
})

describe('an approval', () => {
  const review = (changes: Partial<OverrideFacts['reviews'][number]> = {}): OverrideFacts['reviews'][number] => ({
    author: 'rita',
    authorRole: 'write',
    state: 'approved',
    commit: 'abc1234def5678',
    at: LATER,
    ...changes,
  })
  const NONE = 'The policy asks for an approving review of abc1234, and there is none.'

  test.each<readonly [string, OverrideFacts['reviews'], 'valid' | string]>([
    ['by another one, on this head', [review()], 'valid'],
    ['by whoever set the label', [review({ author: 'mia', authorRole: 'maintain' })], 'valid'],
    ['after changes were asked for', [review({ state: 'changes-requested' }), review()], 'valid'],
    ['by nobody', [], NONE],
    ['by the author', [review({ author: 'PAUL' })], NONE],
    ['by someone who then asked for changes', [review(), review({ state: 'changes-requested' })], NONE],
    ['and dismissed', [review(), review({ author: 'Rita', state: 'dismissed' })], NONE],
    [
      'on an earlier commit',
      [review({ commit: 'feed123' })],
      'The review of @rita approves an earlier commit, not abc1234.',
    ],
    [
      'on a commit that is gone',
      [review({ commit: null })],
      'The review of @rita approves an earlier commit, not abc1234.',
    ],
    [
      'by someone without such a role',
      [review({ authorRole: 'triage' })],
      '@rita approved it, and their role may not override.',
    ],
    ['by someone unknown here', [review({ authorRole: null })], '@rita approved it, and their role may not override.'],
  ])('%s', (_, reviews, result) => {
    const decision = decide({ reviews }, { approval: 'review' })
    expect(decision.kind === 'refused' ? plainOf(decision.why) : decision.kind).toBe(result)
    expect(decide({ reviews }).kind).toBe('valid')
  })
})

describe('what may be overridden', () => {
  const slower = (changeRatio: number, changes: Parameters<typeof aComparison>[0] = {}): Overridable => ({
    findings: [aFinding()],
    evidence: [anEvidence({ comparisons: [aComparison({ estimate: anEstimate({ changeRatio }), ...changes })] })],
  })

  test.each([
    [0.5, 'valid'],
    [0.501, 'refused'],
    [-0.6, 'valid'],
  ])('a change of %d where at most 50 %% may be overridden: %s', (changeRatio, kind) => {
    expect(decide({}, { maxRegressionRatio: 0.5 }, slower(changeRatio)).kind).toBe(kind)
    expect(decide({}, {}, slower(changeRatio)).kind).toBe('valid')
  })

  test('for throughput a fall is for the worse', () => {
    const fall = slower(-0.6, { better: 'higher' })
    expect(decide({}, { maxRegressionRatio: 0.5 }, fall).kind).toBe('refused')
  })

  test('a series that does not block is not looked at', () => {
    const { evidence } = slower(0.9)
    const warned = { findings: [aFinding({ level: 'warn' })], evidence }
    expect(decide({}, { maxRegressionRatio: 0.5 }, warned).kind).toBe('valid')
    const small = aComparison({ stat: 'p99', estimate: anEstimate({ changeRatio: 0.1 }) })
    const both = [anEvidence({ comparisons: [...(evidence[0]?.comparisons ?? []), small] })]
    const tail = { findings: [aFinding({ stat: 'p99' })], evidence: both }
    expect(decide({}, { maxRegressionRatio: 0.5 }, tail).kind).toBe('valid')
  })

  test('a change that is too large is named with its limit', () => {
    expect(decide({}, { maxRegressionRatio: 0.5 }, slower(0.9))).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying(
        'p95 of http_req_duration of checkout changed by +90.0 %. The policy lets nobody override more than 50 %.',
      ),
      next: saying(
        'Make it smaller. Only a change of `override.max-regression` in the policy of the base branch allows more.',
      ),
    })
  })

  test.each([
    [['checkout'], 'checkout', 'valid'],
    [['check*'], 'checkout', 'valid'],
    [['cart', 'pay*'], 'checkout', 'refused'],
    [['*'], null, 'refused'],
    [[], null, 'valid'],
  ])('services %j, and what blocks is %s: %s', (services, service, kind) => {
    const overridable = { findings: [aFinding({ service })], evidence: [] }
    expect(decide({}, { services }, overridable).kind).toBe(kind)
  })

  test('a service that may not be overridden is named with those that may', () => {
    expect(decide({}, { services: ['cart', 'pay*'] })).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying('The policy lets nobody override the service checkout. Services that may be overridden: cart, pay*.'),
      next: saying(
        'Fix what blocks there. Only a change of `override.services` in the policy of the base branch allows more.',
      ),
    })
  })
})

describe('the reason', () => {
  test.each<readonly [string, Partial<OverrideFacts>, string]>([
    [
      'the newest comment wins',
      { comments: [comment(), comment({ id: 2, body: '/perf-override a better reason' })] },
      'a better reason',
    ],
    [
      'inside a longer comment',
      { comments: [comment({ body: 'Looked at it.\r\n/perf-override a fine reason\r\nThanks.' })] },
      'a fine reason',
    ],
    [
      'by another one whose role allows it',
      { comments: [comment({ author: 'paul', authorRole: 'write' })] },
      'the audit log is worth 6 %',
    ],
    [
      'by the one who set the label, whose role is not read again',
      { comments: [comment({ author: 'MIA', authorRole: null })] },
      'the audit log is worth 6 %',
    ],
    [
      'older than the label, younger than the push',
      { comments: [comment({ at: SEEN })] },
      'the audit log is worth 6 %',
    ],
    [
      'in the description',
      description('Adds a log.\n\n### Performance override\n\nThe audit log\nis worth it.\n\n### Testing\nNone.'),
      'The audit log is worth it.',
    ],
    [
      'in the description, at another level',
      description('## performance override ##\r\nThe audit log is worth it.'),
      'The audit log is worth it.',
    ],
    [
      'a short comment does not hide a good description',
      {
        ...description('### Performance override\nThe audit log is worth it.'),
        comments: [comment({ body: '/perf-override ok' })],
      },
      'The audit log is worth it.',
    ],
    ['exactly long enough', { comments: [comment({ body: '/perf-override 1234567890' })] }, '1234567890'],
  ])('%s', (_, changes, reason) => {
    expect(decide(changes)).toMatchObject({ kind: 'valid', reason })
  })

  const WRITE = 'Comment `/perf-override <reason>` with at least 10 characters of reason.'

  test.each<readonly [string, Partial<OverrideFacts>, string, string]>([
    ['none', { comments: [] }, 'The label `perf-override` is set, but there is no written reason.', WRITE],
    [
      'too short',
      { comments: [comment({ body: '/perf-override 123456789' })] },
      'The written reason is too short: 9 characters, at least 10 are needed.',
      WRITE,
    ],
    [
      'the placeholder of our own message',
      { comments: [comment({ body: '/perf-override <why this slowdown is worth it>' })] },
      'The label `perf-override` is set, but there is no written reason.',
      WRITE,
    ],
    [
      'characters that nobody sees',
      { comments: [comment({ body: `/perf-override a${'\u200b'.repeat(20)}b` })] },
      'The written reason is too short: 2 characters, at least 10 are needed.',
      WRITE,
    ],
    [
      'older than the commit',
      { comments: [comment({ at: BEFORE })] },
      'The written reason is older than abc1234, so it was given for other numbers.',
      `Look at the results of abc1234. ${WRITE}`,
    ],
    [
      'by someone who may not',
      { comments: [comment({ author: 'eve', authorRole: 'read' })] },
      'The reason was written by @eve, who may not override. Roles that may: write, maintain, admin.',
      `Whoever set the label, or someone with such a role, must write the reason. ${WRITE}`,
    ],
    [
      'by a bot',
      { comments: [comment({ author: 'helper[bot]', authorRole: 'admin' })] },
      'The reason was written by @helper[bot], who may not override. Roles that may: write, maintain, admin.',
      `Whoever set the label, or someone with such a role, must write the reason. ${WRITE}`,
    ],
    [
      'quoted',
      { comments: [comment({ body: '> /perf-override the audit log is worth it' })] },
      'The label `perf-override` is set, but there is no written reason.',
      WRITE,
    ],
    [
      'another command',
      { comments: [comment({ body: '/perf-overview of the audit log' })] },
      'The label `perf-override` is set, but there is no written reason.',
      WRITE,
    ],
    ...[
      '/perf-overrides',
      '/perf override',
      '/perf_override',
      '/perf-overide',
      '/ perf-override',
      'perf-override',
      '/override',
      '/perf-gate override',
      '**/perf-override**',
    ].map(
      (near) =>
        [
          `nearly the command: ${near}`,
          { comments: [comment({ body: `${near} the audit log is worth it` })] },
          `The comment by @mia begins with "${near}", and the command is \`/perf-override\`.`,
          WRITE,
        ] as const,
    ),
    [
      'nearly the command, by somebody who may not override',
      { comments: [comment({ author: 'eve', authorRole: 'read', body: '/perf override it is worth it' })] },
      'The label `perf-override` is set, but there is no written reason.',
      WRITE,
    ],
    [
      'a comment that is about overriding',
      { comments: [comment({ body: 'Override the timeout? The performance override is a label.' })] },
      'The label `perf-override` is set, but there is no written reason.',
      WRITE,
    ],
    [
      'an example in a block of code',
      { comments: [comment({ body: 'Write it so:\n```\n/perf-override the audit log is worth it\n```\n' })] },
      'The label `perf-override` is set, but there is no written reason.',
      WRITE,
    ],
    [
      'a block of code that never ends',
      { comments: [comment({ body: 'Write it so:\n~~~text\n/perf-override the audit log is worth it' })] },
      'The label `perf-override` is set, but there is no written reason.',
      WRITE,
    ],
    [
      'a command in an HTML comment',
      { comments: [comment({ body: 'Slow, yes. <!--\n/perf-override the audit log is worth it\n-->' })] },
      'The label `perf-override` is set, but there is no written reason.',
      WRITE,
    ],
    [
      'a reason that somebody else edited',
      { comments: [comment({ author: 'mona', editedBy: 'bob' })] },
      'The reason by @mona was edited by @bob, so it may not be what @mona wrote.',
      '@mona may comment `/perf-override <reason>` again.',
    ],
    [
      'a placeholder in the description',
      description('### Performance override\n<why this slowdown is worth it>\n'),
      'The label `perf-override` is set, but there is no written reason.',
      WRITE,
    ],
    [
      'an empty section with the hint of a template',
      description(
        '### Performance override\n<!-- Say why this slowdown is acceptable. -->\n\n### Testing\nA lot of it.',
      ),
      'The label `perf-override` is set, but there is no written reason.',
      WRITE,
    ],
    [
      'a section inside an HTML comment',
      description('<!--\n### Performance override\nThe audit log is worth it.\n'),
      'The label `perf-override` is set, but there is no written reason.',
      WRITE,
    ],
  ])('%s is refused', (_, changes, why, next) => {
    expect(decide(changes)).toEqual({ kind: 'refused', by: 'mia', why: saying(why), next: saying(next) })
  })

  test('a long hostile description is read in linear time', () => {
    const body = `### Performance override${' '.repeat(250_000)}x\n${'<!--'.repeat(16_000)}`
    expect(decide(description(body)).kind).toBe('refused')
  })
})

test('the matrix: valid only when role, time, second person and reason are all right', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (role, fresh, alone, organization, reason) => {
        const decision = decide({
          actorRole: role ? 'write' : 'triage',
          events: [labeled({ at: fresh ? LATER : BEFORE })],
          ...pullRequest({ author: alone ? 'mia' : 'paul' }),
          ownerIsOrganization: organization,
          comments: reason ? [comment()] : [],
        })
        expect(decision.kind).toBe(role && fresh && !(alone && organization) && reason ? 'valid' : 'refused')
      },
    ),
    { numRuns: 300 },
  )
})

describe('taking it back', () => {
  const cancel = (changes: Partial<OverrideFacts['comments'][number]> = {}) =>
    comment({ id: 2, body: '/perf-override-cancel', ...changes })
  const withCancel = (changes?: Partial<OverrideFacts['comments'][number]>) =>
    decide({ comments: [comment(), cancel(changes)] })

  test.each([
    ['by whoever set the label', {}],
    ['by somebody whose role allows it', { author: 'ada', authorRole: 'admin' }],
    ['in other capitals, as code', { body: 'Sorry.\n`/Perf-Override-Cancel`' }],
    ['in a comment that was edited later', { at: BEFORE, updatedAt: LATER }],
  ])('%s ends it', (_, changes) => {
    const by = 'author' in changes ? changes.author : 'mia'
    expect(withCancel(changes)).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying(`@${by} took the override back with \`/perf-override-cancel\`.`),
      next: saying('To accept it again, remove the label and set it again.'),
    })
  })

  test.each([
    ['by somebody without a role', { author: 'otto', authorRole: 'read' }],
    ['by somebody of whom nothing is known', { author: 'otto', authorRole: null }],
    ['before the label was set', { at: BEFORE, updatedAt: BEFORE }],
    ['in a quotation', { body: '> /perf-override-cancel' }],
    ['in a block of code', { body: '```\n/perf-override-cancel\n```' }],
    ['that is another word', { body: '/perf-override-cancelled' }],
  ])('%s does not', (_, changes) => {
    expect(withCancel(changes).kind).toBe('valid')
  })
})

describe('what was accepted before', () => {
  const record = (changes: Partial<AcceptedOverride> = {}): AcceptedOverride => ({
    by: 'mia',
    pullRequest: 7,
    services: [{ service: 'checkout', changeRatio: 0.15 }],
    hiddenServices: 0,
    at: '2026-03-01T10:06:00Z',
    inForce: true,
    ...changes,
  })
  const blocked = (service: string, changeRatio: number | null): Overridable => ({
    findings: [aFinding({ service })],
    evidence: [
      anEvidence({
        service,
        comparisons: changeRatio === null ? [] : [aComparison({ service, estimate: anEstimate({ changeRatio }) })],
      }),
    ],
  })
  const later = (accepted: AcceptedOverride, overridable: Overridable) => decide({ accepted }, {}, overridable)

  test.each([
    ['the same', 0.15],
    ['less', 0.02],
    ['ten percentage points more', 0.25],
  ])('%s is what was accepted', (_, changeRatio) => {
    expect(later(record(), blocked('checkout', changeRatio)).kind).toBe('valid')
  })

  test('half as much again is what was accepted, if it was large', () => {
    const accepted = record({ services: [{ service: 'checkout', changeRatio: 1 }] })
    expect(later(accepted, blocked('checkout', 1.5)).kind).toBe('valid')
    expect(later(accepted, blocked('checkout', 1.51)).kind).toBe('refused')
  })

  test.each([true, false])('much more asks again, in force %s', (inForce) => {
    expect(later(record({ inForce }), blocked('checkout', 0.4))).toEqual({
      kind: 'refused',
      by: 'mia',
      why: saying('A later measurement of abc1234 says checkout +40.0 %, and @mia accepted checkout +15.0 %.'),
      next: saying(
        'Look at the results of abc1234 again. If they are acceptable too, remove the label and set it again.',
      ),
    })
  })

  test.each([
    ['another service', record(), blocked('cart', 0.06)],
    ['what has no size any more', record(), blocked('checkout', null)],
    ['what had no size', record({ services: [{ service: 'checkout', changeRatio: null }] }), blocked('checkout', 0.06)],
  ])('%s asks again', (_, accepted, overridable) => {
    expect(later(accepted, overridable)).toMatchObject({
      kind: 'refused',
      why: saying(/later measurement/),
    })
  })

  test('services for which the record had no room were accepted', () => {
    expect(later(record({ hiddenServices: 1 }), blocked('cart', 0.3)).kind).toBe('valid')
  })

  test('a label that is newer than the record accepts what is there now', () => {
    expect(later(record({ at: BEFORE }), blocked('checkout', 0.4)).kind).toBe('valid')
  })
})
