/** Where a key leads in a grid of rows and columns (WAI-ARIA grid); null when the key is none of ours. */
export function stepFor(key: string, ctrl: boolean, at: { row: number; column: number }, rows: number, columns: number): { row: number; column: number } | null {
  const clamp = (n: number, high: number) => Math.max(0, Math.min(high - 1, n))
  switch (key) {
    case 'ArrowDown': return { row: clamp(at.row + 1, rows), column: at.column }
    case 'ArrowUp': return { row: clamp(at.row - 1, rows), column: at.column }
    case 'ArrowRight': return { row: at.row, column: clamp(at.column + 1, columns) }
    case 'ArrowLeft': return { row: at.row, column: clamp(at.column - 1, columns) }
    case 'PageDown': return { row: clamp(at.row + 10, rows), column: at.column }
    case 'PageUp': return { row: clamp(at.row - 10, rows), column: at.column }
    case 'Home': return { row: ctrl ? 0 : at.row, column: 0 }
    case 'End': return { row: ctrl ? rows - 1 : at.row, column: columns - 1 }
    default: return null
  }
}
