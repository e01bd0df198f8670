// The day before which an activity may not start: written `Y-1 09-01` or `Y 02-12` from the programme's year, a date in a form.

export function earliestDay(notation: string | null, year: number): string {
  const m = /^Y([+-]\d)? (\d{2}-\d{2})$/.exec(notation ?? '')
  return m ? `${year + Number(m[1] ?? 0)}-${m[2]}` : ''
}

/** Empty for no such day. */
export function earliestNotation(day: string, year: number): string {
  if (!day) return ''
  const offset = Number(day.slice(0, 4)) - year
  return `Y${offset ? `${offset > 0 ? '+' : ''}${offset}` : ''} ${day.slice(5)}`
}
