// What the drawings of a node's risk are made of; no drawing here, so that it can be tested.

const DAY = 86_400_000
export const dayOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY)
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** Two digits; 1.00 and 0.00 are for what is certain in every replication only. */
export function odds(p: number | null | undefined): string {
  if (p == null) return '–'
  if (p >= 1 || p <= 0) return p >= 1 ? '1.00' : '0.00'
  return Math.min(0.99, Math.max(0.01, p)).toFixed(2)
}

/** Hundredths gained, with a true minus sign. */
export function points(gain: number): string {
  const n = Math.round(gain * 100)
  return n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0'
}

export interface Bar { day: number; count: number; late: boolean }

/** A histogram cut at the node: a node's day itself is still on time. Long ones are gathered into at most `most` bars. */
export function bars(from: string, counts: readonly number[], due: string, most = 90): Bar[] {
  const width = Math.max(1, Math.ceil(counts.length / most))
  const first = dayOf(from)
  const last = dayOf(due)
  // Bars end at the node's day, so that none is half on time.
  const shift = (((last - first + 1) % width) + width) % width
  const gathered = new Map<number, Bar>()
  counts.forEach((count, i) => {
    const place = Math.floor((i - shift) / width)
    const bar = gathered.get(place) ?? { day: first + shift + place * width, count: 0, late: first + shift + place * width > last }
    bar.count += count
    gathered.set(place, bar)
  })
  return [...gathered.values()]
}

/** How many finishes are on time and how many late. */
export const split = (all: readonly Bar[]): { kept: number; late: number } => ({
  kept: all.filter((b) => !b.late).reduce((n, b) => n + b.count, 0), late: all.filter((b) => b.late).reduce((n, b) => n + b.count, 0),
})

/** A closed outline between two lines over the same days; days on which either is unknown are left out. */
export function band(low: readonly (number | null)[], high: readonly (number | null)[], x: (i: number) => number, y: (v: number) => number): string {
  const known = low.flatMap((v, i) => (v === null || high[i] == null ? [] : [i]))
  if (!known.length) return ''
  const up = known.map((i) => `${x(i).toFixed(1)},${y(high[i]!).toFixed(1)}`)
  const down = [...known].reverse().map((i) => `${x(i).toFixed(1)},${y(low[i]!).toFixed(1)}`)
  return `M${[...up, ...down].join('L')}Z`
}

export function line(values: readonly (number | null)[], x: (i: number) => number, y: (v: number) => number): string {
  return values.flatMap((v, i) => (v === null ? [] : [`${x(i).toFixed(1)},${y(v).toFixed(1)}`])).join(' ')
}

/** From here to there on a scale that has room for all ends and for what stands now: tenths, at least two of them. */
export function scale(values: readonly number[]): { low: number; high: number; ticks: number[] } {
  const low = Math.max(0, Math.floor(Math.min(...values) * 10 + 1e-9) / 10)
  const high = Math.min(1, Math.ceil(Math.max(...values) * 10 - 1e-9) / 10)
  const from = high - low < 0.2 ? Math.max(0, high - 0.2) : low
  const to = high - from < 0.2 ? Math.min(1, from + 0.2) : high
  const step = to - from > 0.55 ? 2 : 1
  const ticks: number[] = []
  for (let tick = Math.round(from * 10); tick <= Math.round(to * 10); tick += step) ticks.push(tick / 10)
  return { low: from, high: to, ticks }
}

/** Ticks of a time axis: weeks, months or quarters of months, as many as fit. */
export function days(first: number, last: number, room: number): number[] {
  const step = [7, 14, 28, 56, 91, 182].find((s) => (last - first) / s <= room) ?? 365
  const ticks: number[] = []
  for (let day = first + ((step - (first % step)) % step); day <= last; day += step) ticks.push(day)
  return ticks
}
