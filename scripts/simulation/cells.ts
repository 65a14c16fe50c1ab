import { measureRates, type Rates } from './rates.ts'
import { measureRecording, type Recording } from './recording.ts'
import { referenceCells } from './reference-rates.ts'
import { type Design, ONE_SERVICE, type Scenario } from './scenario.ts'
import { detectableSentence, type Sentence, settlesSentence } from './words.ts'

/** The tables of docs/accuracy.md. */
export type Table = 'set-ups' | 'worlds' | 'one-look' | 'words' | 'recording' | 'reference'

/** One row of a table, before the measurement. It can be sent to another thread. */
export type Cell = Readonly<{
  table: Table
  label: string
  scenario: Scenario
  /** The effects whose rates are measured. */
  effects: readonly number[]
  pullRequests: number
}>

/** The measurements of one cell. null: the table does not have this number. */
export type Measured = Cell &
  Readonly<{
    rates: ReadonlyMap<number, Rates>
    detectable: Sentence | null
    /** By effect. */
    settles: ReadonlyMap<number, Sentence>
    recording: Recording | null
  }>

/** Measures one cell. The random numbers are the same each time, and no other cell has them. */
export function measureCell(cell: Cell): Measured {
  const { table, scenario, effects, pullRequests } = cell
  const seed = seedOf(cell)
  const hasWords = table === 'words'
  const settling = hasWords && !scenario.confirmation ? [0, 0.1] : []
  return {
    ...cell,
    rates: effects.length === 0 ? new Map() : measureRates(scenario, effects, pullRequests, seed),
    detectable: hasWords ? detectableSentence(scenario, pullRequests, seed + 1) : null,
    settles: new Map(
      settling.map((effect) => [effect, settlesSentence(scenario, effect, pullRequests, seed + 2)] as const),
    ),
    recording: table === 'recording' ? measureRecording(scenario, pullRequests, seed + 3) : null,
  }
}

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
function seedOf({ table, label, scenario }: Cell): number {
  const text = JSON.stringify([table, label, scenario])
  return [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261)
}

/** Everything that docs/accuracy.md shows. */
export function allCells(pullRequests: number): readonly Cell[] {
  return [
    ...setUpCells(pullRequests),
    ...worldCells(pullRequests),
    ...wordCells(pullRequests),
    ...recordingCells(pullRequests),
    ...referenceCells((services) => affordable(pullRequests, services)),
    ...oneLookCells(pullRequests),
  ]
}

/** A service has its total and three endpoints, as a small HTTP service has. */
const ENDPOINTS = 3

type SetUp = readonly [label: string, design: Design, runs: number, confirmation: boolean]

const RECOMMENDED: readonly SetUp[] = [
  ['pairs, confirmed (3 to 10)', 'pairs', 3, true],
  ['store, confirmed (1 to 7 jobs)', 'store', 1, true],
]

const OTHERS: readonly SetUp[] = [
  ['runs on one machine, confirmed (3 to 10)', 'runs', 3, true],
  ['5 pairs, one look', 'pairs', 5, false],
  ['3 jobs against the store, one look', 'store', 3, false],
  ['1 job against the store, one look', 'store', 1, false],
]

function scenarioOf([, design, runs, confirmation]: SetUp, changes: Partial<Scenario>): Scenario {
  return { ...ONE_SERVICE, design, runs, confirmation, endpointsPerService: ENDPOINTS, ...changes }
}

/** The set-ups that people use, by the number of services and the noise. */
function setUpCells(pullRequests: number): readonly Cell[] {
  const grid = [...RECOMMENDED, ...OTHERS].flatMap((setUp) =>
    [1, 8, 16].flatMap((services) => {
      const isMain = RECOMMENDED.includes(setUp)
      const noises = isMain && services < 16 ? [0.02, 0.03, 0.04, 0.05] : [0.04]
      return noises.map((noise) => ({ setUp, services, noise }))
    }),
  )
  return grid.map(({ setUp, services, noise }) => ({
    table: 'set-ups',
    label: setUp[0],
    scenario: scenarioOf(setUp, { services, noise }),
    effects: [0, 0.05, 0.1],
    pullRequests: affordable(pullRequests, services),
  }))
}

/** Many services take more time, so fewer pull requests are simulated for them. */
function affordable(pullRequests: number, services: number): number {
  return Math.ceil(pullRequests / Math.max(1, services / 4))
}

/** Machines and runs that differ from the assumptions of the arithmetic. */
const WORLDS: readonly (readonly [string, Partial<Scenario>])[] = [
  ['another machine for every job, 2.66 % apart', { noise: 0.03, machines: 'independent', machineNoise: 0.0266 }],
  ['machines that drift (AR(1) .9 of 3 %)', { noise: 0.03, machines: 'drifting', machineNoise: 0.03 }],
  ['two classes of machines, 6 % up and down', { noise: 0.03, machines: 'two-levels', machineNoise: 0.06 }],
  ['1 run in 20 is 50 % slower', { noise: 0.04, outliers: { share: 0.05, slower: 'by-half' } }],
]

function worldCells(pullRequests: number): readonly Cell[] {
  const stepped: readonly (readonly [string, Partial<Scenario>])[] = [
    ['the default branch stepped by 5 to 20 %, 3 to 17 pushes ago', { noise: 0.04, stepped: true }],
  ]
  return RECOMMENDED.flatMap((setUp) => {
    const worlds = setUp[1] === 'store' ? [...WORLDS, ...stepped] : WORLDS
    return worlds.flatMap(([world, changes]) =>
      [1, 8].map((services) => ({
        table: 'worlds' as const,
        label: `${setUp[0]}: ${world}`,
        scenario: scenarioOf(setUp, { ...changes, services }),
        effects: [0, 0.1],
        pullRequests: affordable(pullRequests, services),
      })),
    )
  })
}

/** The sentences of the report. */
function wordCells(pullRequests: number): readonly Cell[] {
  const looks: readonly SetUp[] = [
    ['1 run against 1', 'runs', 1, false],
    ['3 runs against 3', 'runs', 3, false],
    ['5 pairs', 'pairs', 5, false],
    ['10 pairs', 'pairs', 10, false],
    ['1 job against the store', 'store', 1, false],
    ['3 jobs against the store', 'store', 3, false],
    ...RECOMMENDED,
  ]
  return looks.flatMap((setUp) =>
    [1, 8].map((services) => ({
      table: 'words' as const,
      label: setUp[0],
      scenario: scenarioOf(setUp, { services }),
      effects: [0, 0.1],
      pullRequests: affordable(pullRequests, services),
    })),
  )
}

/** The stored records after pushes of unchanged code. */
function recordingCells(pullRequests: number): readonly Cell[] {
  const simple = [0.02, 0.04, 0.08].map((noise) => ['1 run a push', { noise }] as const)
  const worlds = WORLDS.map(([world, changes]) => [`1 run a push: ${world}`, changes] as const)
  return [1, 8].flatMap((services) =>
    [...simple, ...worlds].map(([label, changes]) => ({
      table: 'recording' as const,
      label,
      scenario: scenarioOf(['', 'store', 1, false], { ...changes, services }),
      effects: [],
      pullRequests: affordable(pullRequests, services),
    })),
  )
}

const NOISES = [0.01, 0.02, 0.03, 0.04, 0.05, 0.1]

const JUDGED_ONCE: readonly SetUp[] = [
  ['1 run against 1', 'runs', 1, false],
  ['3 against 3, one machine', 'runs', 3, false],
  ['5 against 5, one machine', 'runs', 5, false],
  ['10 against 10, one machine', 'runs', 10, false],
  ['3 pairs', 'pairs', 3, false],
  ['5 pairs', 'pairs', 5, false],
  ['10 pairs', 'pairs', 10, false],
  ['1 job against the store', 'store', 1, false],
  ['3 jobs against the store', 'store', 3, false],
]

/** One judgement of one service without endpoints, for each design and noise. It shows what the designs can do by themselves. */
function oneLookCells(pullRequests: number): readonly Cell[] {
  const apart: SetUp = ['5 runs per side, each side on a machine of its own', 'two-machines', 5, false]
  const machines = { noise: 0.02, machines: 'independent', machineNoise: 0.0266 } as const
  const cells = JUDGED_ONCE.flatMap((setUp) => NOISES.map((noise) => [setUp, { noise }] as const))
  return [...cells, [apart, machines] as const].map(([setUp, changes]) => ({
    table: 'one-look',
    label: setUp[0],
    scenario: scenarioOf(setUp, { ...changes, endpointsPerService: 0 }),
    effects: [0, 0.05, 0.1, 0.2],
    pullRequests,
  }))
}
