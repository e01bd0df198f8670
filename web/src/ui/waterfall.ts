/** Where each step of a waterfall begins and ends, in days from the start; and the stretch they need. */
export function fallOf(days: number[]): { bars: { from: number; to: number }[]; sum: number; low: number; span: number } {
  let at = 0
  let low = 0
  let high = 0
  const bars = days.map((d) => {
    const bar = { from: at, to: at + d }
    at += d
    low = Math.min(low, at)
    high = Math.max(high, at)
    return bar
  })
  return { bars, sum: at, low, span: Math.max(1, high - low) }
}
