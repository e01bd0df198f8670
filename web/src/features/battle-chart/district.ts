import type { BattleRow } from '@/api/contract'

/**
 * A schematic of the district, drawn by us and not measured: one cell a street, in rows from north to south, roughly where the street lies. Not a map;
 * streets this drawing does not know are set in free places below.
 */
const ROWS: (string | null)[][] = [
  ['320613018', '320613017', '320613020', '320613021'],
  ['320613016', '320613019', '320613007', '320613009'],
  ['320613003', '320613002', '320613001', '320613008'],
  ['320613005', '320613004', '320613006', '320613010'],
]

export interface Tile { street: string; name: string; x: number; y: number; border: string }
export interface Dot { row: BattleRow; x: number; y: number; radius: number }

export const HEX = 50
const WIDE = Math.sqrt(3) * HEX

/** Always the same small shift for a place of the drawing, so that neighbours share their border to the point. */
function shift(x: number, y: number, salt: number): number {
  const n = Math.sin(Math.round(x) * 12.9898 + Math.round(y) * 78.233 + salt * 37.719) * 43758.5453
  return (n - Math.floor(n) - 0.5) * 2
}
/** A point of a border as drawn: moved a little off the grid, as borders are. */
const drawn = (x: number, y: number, most: number): [number, number] => [x + shift(x, y, 1) * most, y + shift(x, y, 2) * most]

/**
 * The border of a street: a hexagon whose corners and sides are drawn by an unsteady hand, the same for both neighbours.
 * `lift` moves the finished border, so that what is left out above changes no line.
 */
export function border(x: number, y: number, lift: number): string {
  const corner = (i: number): [number, number] => {
    const angle = (Math.PI / 180) * (60 * i - 90)
    return [x + HEX * Math.cos(angle), y + HEX * Math.sin(angle)]
  }
  const points: [number, number][] = []
  for (let i = 0; i < 6; i++) {
    const [x1, y1] = corner(i)
    const [x2, y2] = corner(i + 1)
    points.push(drawn(x1, y1, 7), drawn((x1 + x2) / 2, (y1 + y2) / 2, 5))
  }
  return points.map(([a, b]) => `${a.toFixed(1)},${(b - lift).toFixed(1)}`).join(' ')
}

/** One tile for each street that has projects, and the size of the drawing that holds them; rows with none at the top or foot are left out. */
export function tiles(streets: { street: string; streetName: string }[]): { tiles: Tile[]; empty: { x: number; y: number; border: string }[]; width: number; height: number } {
  const known = new Map<string, { row: number; column: number }>()
  ROWS.forEach((list, row) => list.forEach((street, column) => street && known.set(street, { row, column })))
  let spare = 0
  const places = streets.map((s) => known.get(s.street) ?? { row: ROWS.length + Math.floor(spare / 4), column: spare++ % 4 })
  const used = new Set(places.map((p) => `${p.row}/${p.column}`))
  const top = Math.min(...places.map((p) => p.row), ROWS.length - 1)
  const foot = Math.max(...places.map((p) => p.row), top)
  const above = HEX * 1.5 * top
  const at = (p: { row: number; column: number }) => ({ x: middle(p).x, y: middle(p).y - above, border: border(middle(p).x, middle(p).y, above) })
  const placed = streets.map((s, i) => ({ street: s.street, name: s.streetName, ...at(places[i]!) }))
  const empty = ROWS.flatMap((list, row) => list.map((_, column) => ({ row, column }))).filter((p) => p.row >= top && p.row <= foot && !used.has(`${p.row}/${p.column}`)).map(at)
  return { tiles: placed, empty, width: WIDE * 4.5 + 20, height: HEX * 1.5 * (foot - top) + HEX * 2 + 20 }
}

function middle(at: { row: number; column: number }): { x: number; y: number } {
  return { x: 10 + WIDE / 2 + at.column * WIDE + (at.row % 2 === 1 ? WIDE / 2 : 0), y: 10 + HEX + at.row * HEX * 1.5 }
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
