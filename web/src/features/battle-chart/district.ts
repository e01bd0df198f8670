import type { BattleRow } from '@/api/contract'

/**
 * A schematic of the district: one hexagon a street, in rows from north to south, roughly where the street lies. Not a map;
 * streets this drawing does not know are set in free places below.
 */
const ROWS: (string | null)[][] = [
  ['320613018', '320613017', '320613020', '320613021'],
  ['320613016', '320613019', '320613007', '320613009'],
  ['320613003', '320613002', '320613001', '320613008'],
  ['320613005', '320613004', '320613006', '320613010'],
]

export interface Tile { street: string; name: string; x: number; y: number }
export interface Dot { row: BattleRow; x: number; y: number; radius: number }

export const HEX = 50
const WIDE = Math.sqrt(3) * HEX

/** The corner points of a hexagon standing on a corner, around a middle. */
export function hexagon(x: number, y: number, size: number): string {
  return Array.from({ length: 6 }, (_, i) => {
    const angle = (Math.PI / 180) * (60 * i - 90)
    return `${(x + size * Math.cos(angle)).toFixed(1)},${(y + size * Math.sin(angle)).toFixed(1)}`
  }).join(' ')
}

/** One tile for each street that has projects, and the size of the drawing that holds them; rows with none at the top or foot are left out. */
export function tiles(streets: { street: string; streetName: string }[]): { tiles: Tile[]; empty: { x: number; y: number }[]; width: number; height: number } {
  const known = new Map<string, { row: number; column: number }>()
  ROWS.forEach((list, row) => list.forEach((street, column) => street && known.set(street, { row, column })))
  let spare = 0
  const places = streets.map((s) => known.get(s.street) ?? { row: ROWS.length + Math.floor(spare / 4), column: spare++ % 4 })
  const used = new Set(places.map((p) => `${p.row}/${p.column}`))
  const top = Math.min(...places.map((p) => p.row), ROWS.length - 1)
  const foot = Math.max(...places.map((p) => p.row), top)
  const above = HEX * 1.5 * top
  const at = (p: { row: number; column: number }) => ({ x: middle(p).x, y: middle(p).y - above })
  const placed = streets.map((s, i) => ({ street: s.street, name: s.streetName, ...at(places[i]!) }))
  const empty = ROWS.flatMap((list, row) => list.map((_, column) => ({ row, column }))).filter((p) => p.row >= top && p.row <= foot && !used.has(`${p.row}/${p.column}`)).map(at)
  return { tiles: placed, empty, width: WIDE * 4.5 + 4, height: HEX * 1.5 * (foot - top) + HEX * 2 + 4 }
}

function middle(at: { row: number; column: number }): { x: number; y: number } {
  return { x: 2 + WIDE / 2 + at.column * WIDE + (at.row % 2 === 1 ? WIDE / 2 : 0), y: 2 + HEX + at.row * HEX * 1.5 }
}

/** The projects of a street as dots on a sunflower's spiral below its name: the largest in the middle, none on another. */
export function dots(tile: Tile, rows: BattleRow[]): Dot[] {
  const sorted = [...rows].sort((a, b) => b.households - a.households)
  const shrink = sorted.length > 8 ? Math.sqrt(8 / sorted.length) : 1
  return sorted.map((row, i) => {
    const away = i === 0 ? 0 : 15.5 * Math.sqrt(i) * shrink
    const angle = i * 2.39996
    return { row, x: tile.x + away * Math.cos(angle), y: tile.y + 8 + away * Math.sin(angle) * 0.86, radius: radiusOf(row.households) * shrink }
  })
}

/** Area grows with households; 200 to 2,000 households stay between 3.5 and 8.5 pixels. */
export function radiusOf(households: number): number {
  return Math.max(3.5, Math.min(8.5, Math.sqrt(households) / 4.6))
}
