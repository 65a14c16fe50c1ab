import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The changes that git sees in dist/, with new files. `git diff` alone would not show a new chunk. */
function distChanges(): string {
  return execFileSync('git', ['status', '--porcelain', '--untracked-files=all', '--', 'dist'], {
    cwd: root,
    encoding: 'utf8',
  })
}

const before = distChanges()
if (before !== '') {
  console.error(`dist/ has changes that are not committed:\n${before}Commit them first.`)
  process.exit(1)
}
execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' })
const after = distChanges()
if (after !== '') {
  console.error(`dist/ is not what the sources build:\n${after}Run "npm run build" and commit dist/.`)
  process.exit(1)
}
console.log('dist/ is what the sources build.')
