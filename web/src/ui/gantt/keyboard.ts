import type { Shown } from './rows'

/** What a key asks of the tree. */
export type Move =
  | { kind: 'go'; to: number }
  | { kind: 'open'; at: number }
  | { kind: 'shut'; at: number }
  | { kind: 'openBrothers'; at: number }
  | { kind: 'choose'; at: number }

/**
 * The keys of a tree grid (WAI-ARIA practices): arrows walk, right opens or steps in, left shuts or steps out, Home and End,
 * a page up and down, `*` opens all brothers, Enter and Space choose.
 *
 * @param page rows that fit on the screen
 * @returns null when the key is none of ours
 */
export function moveFor(key: string, at: number, rows: Shown[], open: (id: string) => boolean, page: number): Move | null {
  const last = rows.length - 1
  const here = rows[at]
  if (!here) return last >= 0 && /^(Arrow|Home|End|Page)/.test(key) ? { kind: 'go', to: 0 } : null
  const branch = here.row.children.length > 0
  switch (key) {
    case 'ArrowDown': return { kind: 'go', to: Math.min(last, at + 1) }
    case 'ArrowUp': return { kind: 'go', to: Math.max(0, at - 1) }
    case 'Home': return { kind: 'go', to: 0 }
    case 'End': return { kind: 'go', to: last }
    case 'PageDown': return { kind: 'go', to: Math.min(last, at + Math.max(1, page - 1)) }
    case 'PageUp': return { kind: 'go', to: Math.max(0, at - Math.max(1, page - 1)) }
    case 'ArrowRight':
      if (!branch) return null
      return open(here.row.id) ? { kind: 'go', to: at + 1 } : { kind: 'open', at }
    case 'ArrowLeft':
      if (branch && open(here.row.id)) return { kind: 'shut', at }
      return here.parent >= 0 ? { kind: 'go', to: here.parent } : null
    case '*': return { kind: 'openBrothers', at }
    case 'Enter':
    case ' ': return { kind: 'choose', at }
    default: return null
  }
}

/** Letters typed in quick succession look for a row whose name begins with (or, failing that, holds) them. */
export class TypeAhead {
  private typed = ''
  private since = -Infinity

  /** @param at the row to look from; a first letter looks after it, further letters may stay */
  look(letter: string, now: number, at: number, rows: Shown[]): number | null {
    const fresh = now - this.since > 700
    this.typed = fresh ? letter : this.typed + letter
    this.since = now
    const sought = this.typed.toLocaleLowerCase()
    const begin = fresh ? at + 1 : Math.max(0, at)
    for (const test of [(n: string) => n.startsWith(sought), (n: string) => n.includes(sought)]) {
      for (let i = 0; i < rows.length; i++) {
        const place = (begin + i) % rows.length
        if (test(rows[place]!.row.name.toLocaleLowerCase())) return place
      }
    }
    return null
  }
}
