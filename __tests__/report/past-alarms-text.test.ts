import { expect, test } from '@jest/globals'
import { pastAlarmsText } from '../../src/report/past-alarms-text.ts'

const NONE = { ratio: 0, lower: 0, upper: 0.088 }
const ONE = { ratio: 0.025, lower: 0.001, upper: 0.132 }

test.each([
  [null, ''],
  [undefined, ''],
  [
    { pushes: 40, blocked: 0, real: 0, falseAlarms: NONE, beforeConfirmation: false },
    'On the last 40 pushes to `main` this gate would have blocked none: its rate of false alarms here is 0 to 8.8 % with 95 % confidence.',
  ],
  [
    { pushes: 40, blocked: 1, real: 0, falseAlarms: ONE, beforeConfirmation: false },
    'On the last 40 pushes to `main` this gate would have blocked 1 (2.5 %), and that was no lasting change: a rate of false alarms of 0.1 to 13.2 % with 95 % confidence.',
  ],
  [
    { pushes: 40, blocked: 3, real: 2, falseAlarms: ONE, beforeConfirmation: false },
    'On the last 40 pushes to `main` this gate would have blocked 3 (7.5 %): 2 were accepted or lasting changes, 1 was a false alarm. Its rate of false alarms here is 0.1 to 13.2 % with 95 % confidence.',
  ],
  [
    { pushes: 40, blocked: 1, real: 1, falseAlarms: NONE, beforeConfirmation: false },
    'On the last 40 pushes to `main` this gate would have blocked 1 (2.5 %): 1 was an accepted or lasting change, none was a false alarm. Its rate of false alarms here is 0 to 8.8 % with 95 % confidence.',
  ],
  [
    { pushes: 40, blocked: 0, real: 0, falseAlarms: NONE, beforeConfirmation: true },
    'On the last 40 pushes to `main` this gate would, before a confirmation, have blocked none: its rate of false alarms here is 0 to 8.8 % with 95 % confidence.',
  ],
])('%j', (past, text) => {
  expect(pastAlarmsText(past, '`main`')).toBe(text)
})
