import type { Capacity, CapacityPlan, PlanInput } from '../model/capacity.ts'

/** What follows from a capacity for running the service. null: the ladder gives no rate that can be relied on. */
export function planFor(capacity: Capacity, input: PlanInput): CapacityPlan | null {
  const sustainablePerS = sustainableOf(capacity, input.headroomRatio)
  if (sustainablePerS === null) return null
  const replicas = (perS: number) => Math.ceil(perS / sustainablePerS) + input.spareReplicas
  return {
    sustainablePerS,
    peakShareRatio: input.peakPerS === null ? null : input.peakPerS / sustainablePerS,
    replicas: input.peakPerS === null ? null : replicas(input.peakPerS),
    costPerMillionFull: input.pricePerHour === null ? null : costPerMillion(input.pricePerHour, sustainablePerS),
    costPerMillionToday:
      input.pricePerHour === null || input.loadPerS === null
        ? null
        : costPerMillion(input.pricePerHour * replicas(input.peakPerS ?? input.loadPerS), input.loadPerS),
  }
}

/** The last step that was carried, or the maximum minus a reserve, whichever is smaller. */
function sustainableOf({ lastGood, firstBad, maxPerS, refused }: Capacity, headroomRatio: number): number | null {
  if (refused !== null && firstBad === null) return null
  const rates = [
    ...(maxPerS === null ? [] : [maxPerS * (1 - headroomRatio)]),
    ...(lastGood === null ? [] : [lastGood.goodPerS]),
  ]
  return rates.length === 0 ? null : Math.min(...rates)
}

function costPerMillion(pricePerHour: number, perS: number): number {
  return (pricePerHour / (perS * 3600)) * 1_000_000
}
