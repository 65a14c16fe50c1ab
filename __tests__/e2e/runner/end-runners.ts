import { afterAll } from '@jest/globals'
import { SHARED_RUNNERS } from './run-action.ts'

/* Loaded into each test file of the end-to-end tests. */
afterAll(SHARED_RUNNERS.end)
