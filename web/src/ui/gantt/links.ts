import type { TimeScale } from './scale'
import type { Shown } from './rows'

export type LinkKind = 'FS' | 'SS' | 'FF' | 'SF'
/** A dependency between two rows. `weight` decides how it is drawn. */
export interface Link { from: string; to: string; kind: LinkKind; lag: number; critical: boolean }
export interface Point { x: number; y: number }

const BLOCK = 32

/** Links between rows that are on the screen, found by block of rows: 16,000 bars never look at every link. */
export class LinkIndex {
  private readonly blocks = new Map<number, { link: Link; from: number; to: number }[]>()

  constructor(rows: Shown[], links: Iterable<Link>) {
    const at = new Map<string, number>()
    rows.forEach((s, i) => at.set(s.row.id, i))
    for (const link of links) {
      const from = at.get(link.from)
      const to = at.get(link.to)
      if (from === undefined || to === undefined) continue
      const placed = { link, from, to }
      for (let b = Math.floor(Math.min(from, to) / BLOCK); b <= Math.floor(Math.max(from, to) / BLOCK); b++) {
        const block = this.blocks.get(b)
        if (block) block.push(placed)
        else this.blocks.set(b, [placed])
      }
    }
  }

  between(first: number, last: number): { link: Link; from: number; to: number }[] {
    const found = new Set<{ link: Link; from: number; to: number }>()
    for (let b = Math.floor(first / BLOCK); b <= Math.floor(last / BLOCK); b++) {
      for (const placed of this.blocks.get(b) ?? []) {
        if (Math.max(placed.from, placed.to) >= first && Math.min(placed.from, placed.to) <= last) found.add(placed)
      }
    }
    return [...found]
  }
}

/**
 * The bent line of a link, from the end of one bar to the end of the other that the kind names. The last stretch points
 * into the bar: downwards or upwards where the target begins to the right, sideways otherwise.
 */
export function route(
  kind: LinkKind, from: { start: number; finish: number; y: number }, to: { start: number; finish: number; y: number }, half: number,
): Point[] {
  const down = to.y >= from.y ? 1 : -1
  const edge = to.y - down * half
  if (kind === 'FS' || kind === 'SS') {
    const begin = kind === 'FS' ? from.finish : from.start
    const into = Math.min(to.start + 5, to.finish)
    if (kind === 'SS') {
      // out of the lower edge near the start, then into the top of the target
      const out = Math.min(from.start + 5, from.finish)
      if (into >= out) {
        const turn = to.y - down * (half + 5)
        return [{ x: out, y: from.y + down * half }, { x: out, y: turn }, { x: into, y: turn }, { x: into, y: edge }]
      }
      return [{ x: begin, y: from.y }, { x: Math.min(begin, to.start) - 8, y: from.y }, { x: Math.min(begin, to.start) - 8, y: to.y }, { x: to.start, y: to.y }]
    }
    if (into >= begin + 3) return [{ x: begin, y: from.y }, { x: into, y: from.y }, { x: into, y: edge }]
    const middle = from.y + down * (half + 6.5)
    return [
      { x: begin, y: from.y }, { x: begin + 6, y: from.y }, { x: begin + 6, y: middle },
      { x: to.start - 8, y: middle }, { x: to.start - 8, y: to.y }, { x: to.start, y: to.y },
    ]
  }
  const begin = kind === 'FF' ? from.finish : from.start
  const out = kind === 'FF' ? Math.max(from.finish, to.finish) + 9 : Math.min(begin, to.finish) - 8
  if (kind === 'FF') return [{ x: begin, y: from.y }, { x: out, y: from.y }, { x: out, y: to.y }, { x: to.finish, y: to.y }]
  const right = to.finish + 9
  const middle = from.y + down * (half + 6.5)
  return [
    { x: begin, y: from.y }, { x: out, y: from.y }, { x: out, y: middle }, { x: right, y: middle }, { x: right, y: to.y }, { x: to.finish, y: to.y },
  ]
}

export function ends(scale: TimeScale, bar: { start: number; finish: number }, y: number): { start: number; finish: number; y: number } {
  return { start: scale.x(bar.start), finish: scale.end(bar.finish), y }
}
