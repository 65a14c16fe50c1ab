import type { FlameNode, Profile } from '../model/profile.ts'
import { functionName } from './function-name.ts'

/** Frames with a smaller share are less than two pixels wide. */
const LEAST_SHARE = 0.002

/** Deeper stacks fit on no page. */
const MAX_DEPTH = 60

type Node = { baseline: number; candidate: number; children: Map<string, Node> }

/** The stacks of both sides as one tree. All profiles of a side have the same weight. */
export function flameTree(baseline: readonly Profile[], candidate: readonly Profile[]): FlameNode {
  const root = emptyNode()
  for (const profile of baseline) addProfile(root, profile, 'baseline', 1 / baseline.length)
  for (const profile of candidate) addProfile(root, profile, 'candidate', 1 / candidate.length)
  return finished('all', root)
}

function addProfile(root: Node, profile: Profile, side: 'baseline' | 'candidate', part: number): void {
  const names = profile.frames.map((frame) => functionName(frame, profile.language))
  const all = profile.stacks.reduce((sum, { weight }) => sum + weight, 0)
  for (const { frames, weight } of profile.stacks) {
    const share = (part * weight) / all
    let node = root
    node[side] += share
    for (const position of frames.slice(0, MAX_DEPTH)) {
      const name = names[position] ?? '[unknown]'
      let child = node.children.get(name)
      if (child === undefined) {
        child = emptyNode()
        node.children.set(name, child)
      }
      child[side] += share
      node = child
    }
  }
}

function emptyNode(): Node {
  return { baseline: 0, candidate: 0, children: new Map() }
}

/** In the order of the names, so that the picture does not depend on the order of the samples. */
function finished(name: string, { baseline, candidate, children }: Node): FlameNode {
  const kept = [...children]
    .filter(([, child]) => Math.max(child.baseline, child.candidate) >= LEAST_SHARE)
    .map(([childName, child]) => finished(childName, child))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
  return { name, baseline, candidate, children: kept }
}
