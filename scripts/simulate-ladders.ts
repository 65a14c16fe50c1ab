import { type LadderKind, ladderRates } from './simulation/ladders.ts'

/*
 * How often the answer to a ladder is right. Prints the table of docs/guides/capacity.md. Takes a minute or two on one processor.
 */

const LADDERS = Number(process.argv[2] ?? 500)

const KINDS: readonly LadderKind[] = [
  'workers',
  'workers, users that think',
  'contention',
  'workers, set rates',
  'knee not reached',
  'contention without a peak',
  'generator too slow',
  'too few users for the rate',
]

const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`

console.log('| ladder | noise | answered | wrong model | knee off by more than 15 % | most off by more than 10 % |')
console.log('|---|---:|---:|---:|---:|---:|')
for (const kind of KINDS) {
  for (const noise of [0.02, 0.05, 0.08]) {
    const { answered, wrongModel, kneeOff, throughputOff } = ladderRates(kind, noise, LADDERS, 1)
    console.log(
      `| ${kind} | ${100 * noise} % | ${[answered, wrongModel, kneeOff, throughputOff].map(percent).join(' | ')} |`,
    )
  }
}
