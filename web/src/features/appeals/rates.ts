/** First and last day of a month, as 2022-04. */
export function monthDays(month: string): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return { from: `${month}-01`, to: `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}` }
}

/** The share of a rate; none where nothing stands below the line, which is not nought per cent. */
export const share = (cell: { numerator: number; denominator: number }): number | null => (cell.denominator ? cell.numerator / cell.denominator : null)

/** The row whose cases are asked for, as the platform calls it. */
export function keyed(by?: 'STREET' | 'UNIT' | 'CLASS' | 'ESTATE', key?: string): Partial<Record<'street' | 'unit' | 'class' | 'estate', string>> {
  if (!by || !key) return {}
  return by === 'STREET' ? { street: key } : by === 'UNIT' ? { unit: key } : by === 'CLASS' ? { class: key } : { estate: key }
}
