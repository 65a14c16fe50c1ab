import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BaselineLookup, StoredRun } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { affectedFiles, BASELINE_FOLDER, isBaselineFile, planAppend, readBaselineFolder } from './baseline-folder.ts'
import type { BaselineStore } from './store.ts'

/** A lock is held for milliseconds, so whoever waits longer than 100 × 100 ms waits for a process that was killed. */
const LOCK_TRIES = 100
const LOCK_PAUSE_MS = 100

/** Waits before the next try; false: give up. `attempt` counts from 1. */
type WaitForLock = (attempt: number) => Promise<boolean>

/**
 * Baselines in a folder: `<directory>/v1/<service>.ndjson`. The command line's default.
 *
 * Writers keep apart as git does (https://github.com/git/git/blob/v2.45.0/lockfile.h): `<file>.lock` is created only when it is not
 * there, receives the new content, and is renamed over the file. A reader sees the old file or the new one, never a half.
 */
export function openDirectoryStore(directory: string, waitForLock: WaitForLock = waitTenSeconds): BaselineStore {
  const folder = join(directory, BASELINE_FOLDER)
  return {
    load: () => load(directory, folder),
    append: (runs) => append(directory, folder, runs, waitForLock),
  }
}

async function load(place: string, folder: string): Promise<BaselineLookup> {
  const fileNames = (await listFolder(folder)).filter(isBaselineFile)
  if (fileNames.length === 0) return { kind: 'never-written', place }
  return readBaselineFolder(place, await readFiles(folder, fileNames))
}

async function append(place: string, folder: string, runs: readonly StoredRun[], waitForLock: WaitForLock) {
  const fileNames = affectedFiles(runs)
  await mkdir(folder, { recursive: true })
  const locked: string[] = []
  try {
    for (const fileName of fileNames) {
      await lock(join(folder, fileName), waitForLock)
      locked.push(fileName)
    }
    const plan = planAppend(place, await readFiles(folder, fileNames), runs)
    for (const [fileName, text] of plan.changed) await writeLock(join(folder, fileName), text)
    for (const fileName of plan.changed.keys()) {
      await rename(lockPath(join(folder, fileName)), join(folder, fileName))
      locked.splice(locked.indexOf(fileName), 1)
    }
    return { added: plan.added, alreadyStored: plan.alreadyStored }
  } finally {
    for (const fileName of locked) await rm(lockPath(join(folder, fileName)), { force: true })
  }
}

/** Files are locked in sorted order by everybody, so two writers never wait for each other. */
async function lock(path: string, waitForLock: WaitForLock): Promise<void> {
  for (let attempt = 1; !(await createLock(path)); attempt += 1) {
    if (!(await waitForLock(attempt))) throw locked(path)
  }
}

async function waitTenSeconds(attempt: number): Promise<boolean> {
  await sleep(LOCK_PAUSE_MS)
  return attempt < LOCK_TRIES
}

function locked(path: string): UserError {
  return new UserError(
    `The baseline file ${path} is locked by another process: ${lockPath(path)} is there. Nothing was stored. ` +
      'If no other perf-gate is running, an earlier one was killed: delete the .lock file and try again.',
  )
}

/** false: someone else holds it. */
async function createLock(path: string): Promise<boolean> {
  try {
    const file = await open(lockPath(path), 'wx')
    await file.close()
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** On disk before it is renamed: a power cut must not leave an empty file under the final name. */
async function writeLock(path: string, text: string): Promise<void> {
  const file = await open(lockPath(path), 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

function lockPath(path: string): string {
  return `${path}.lock`
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function readFiles(folder: string, fileNames: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const fileName of fileNames) {
    try {
      files.set(fileName, await readFile(join(folder, fileName)))
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error
    }
  }
  return files
}

function errorCode(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null
}
