/** How rows that do not fit on the wall are shared among pages: as even as can be, never more than fit. */
export function pagesOf<T>(rows: T[], fit: number): T[][] {
  if (rows.length === 0) return [[]]
  const count = Math.ceil(rows.length / Math.max(1, fit))
  const each = Math.ceil(rows.length / count)
  return Array.from({ length: count }, (_, i) => rows.slice(i * each, (i + 1) * each))
}

/**
 * Pages of entries of unequal height, each as full as `room` allows. The last page begins early enough to be as full as the
 * others, so that no page stands half empty; entries it shares with the page before are shown twice.
 */
export function fullPages<T>(entries: T[], heights: number[], room: number): T[][] {
  if (entries.length === 0) return [[]]
  const pages: T[][] = []
  let from = 0
  while (from < entries.length) {
    let to = from
    for (let used = 0; to < entries.length && (to === from || used + heights[to]! <= room); to++) used += heights[to]!
    if (to === entries.length) {
      let used = entries.slice(from).reduce((sum, _, i) => sum + heights[from + i]!, 0)
      while (from > 0 && used + heights[from - 1]! <= room) used += heights[--from]!
    }
    pages.push(entries.slice(from, to))
    from = to
  }
  return pages
}
