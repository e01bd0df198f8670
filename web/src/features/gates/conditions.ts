/** A code from the English words: `Fire lanes are clear` is FIRE_LANES_ARE_CLEAR, cut to the longest that is taken. */
export function codeOf(words: string): string {
  const bare = words.toUpperCase().replace(/[^A-Z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '')
  return bare.slice(0, 40).replace(/_+$/, '')
}

/** The codes with one of them a place up or down; at the end it stays. */
export function moved(codes: string[], code: string, by: -1 | 1): string[] {
  const from = codes.indexOf(code)
  const to = from + by
  if (from < 0 || to < 0 || to >= codes.length) return codes
  const next = [...codes]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
