import type { Day } from './days'

/** Who holds how many of a crew, and when; days inclusive. */
export interface Hold { start: Day; finish: Day; number: number; mine: boolean }
export interface Step { from: Day; capacity: number }

/** A crew's load day by day against what it can do. `mine` is the part of the street or project looked at. */
export interface Load {
  first: Day
  held: Float64Array
  mine: Float64Array
  capacity: Float64Array
  /** What exceeds capacity: for a crew shared within streets or sites, added up over each of its pools. */
  over: Float64Array
  peak: number
  /** Capacity on the day of the worst ratio of load to capacity. */
  peakCapacity: number
  overloadDays: number
  top: number
}

export function loadOf(holds: Iterable<Hold>, steps: Step[], first: Day, last: Day): Load {
  const days = Math.max(1, last - first + 1)
  const held = new Float64Array(days)
  const mine = new Float64Array(days)
  for (const hold of holds) {
    const from = Math.max(0, hold.start - first)
    const to = Math.min(days - 1, hold.finish - first)
    for (let d = from; d <= to; d++) {
      held[d]! += hold.number
      if (hold.mine) mine[d]! += hold.number
    }
  }
  const capacity = capacityOf(steps, first, days)
  return told({ first, held, mine, capacity, over: held.map((h, d) => Math.max(0, h - capacity[d]!)) })
}

/** Pools of one crew side by side: idle hands of one street do not make up for the overload of another. */
export function together(pools: Load[]): Load {
  const [one] = pools
  if (pools.length === 1) return one!
  const add = (pick: (l: Load) => Float64Array) => pools.reduce((sum, l) => (pick(l).forEach((v, d) => (sum[d]! += v)), sum), new Float64Array(one!.held.length))
  return told({ first: one!.first, held: add((l) => l.held), mine: add((l) => l.mine), capacity: add((l) => l.capacity), over: add((l) => l.over) })
}

/** Adds the figures beside the crew: the day that asks most of what it can do, and the days of overload. */
function told(load: Pick<Load, 'first' | 'held' | 'mine' | 'capacity' | 'over'>): Load {
  const { held, capacity, over } = load
  let overloadDays = 0
  let top = 0
  let at = 0
  for (let d = 0; d < held.length; d++) {
    if (over[d]! > 0) overloadDays++
    top = Math.max(top, held[d]!, capacity[d]!)
    if (held[d]! / Math.max(1, capacity[d]!) > held[at]! / Math.max(1, capacity[at]!)) at = d
  }
  return { ...load, peak: held[at]!, peakCapacity: capacity[at]!, overloadDays, top }
}

export function capacityOf(steps: Step[], first: Day, days: number): Float64Array {
  const capacity = new Float64Array(days)
  const sorted = [...steps].sort((a, b) => a.from - b.from)
  for (let d = 0, s = -1; d < days; d++) {
    while (s + 1 < sorted.length && sorted[s + 1]!.from <= first + d) s++
    capacity[d] = sorted[Math.max(0, s)]?.capacity ?? 0
  }
  return capacity
}
