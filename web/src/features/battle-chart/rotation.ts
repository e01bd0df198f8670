/** How rows that do not fit on the wall are shared among pages: as even as can be, never more than fit. */
export function pagesOf<T>(rows: T[], fit: number): T[][] {
  if (rows.length === 0) return [[]]
  const count = Math.ceil(rows.length / Math.max(1, fit))
  const each = Math.ceil(rows.length / count)
  return Array.from({ length: count }, (_, i) => rows.slice(i * each, (i + 1) * each))
}
