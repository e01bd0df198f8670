import type { Health } from './rows'

/** The colours a chart paints with, read from the tokens of the theme that is worn now. */
export interface Palette {
  surface: string; surface2: string; chosen: string; line: string; line2: string; ink1: string; ink2: string; ink3: string
  brand: string; onBrand: string; weekend: string; holiday: string; rain: string; rule: string; ghost: string
  load: string; loadPast: string; over: string; onLate: string
  health: Record<Health, { tint: string; edge: string; text: string }>
  done: string; top: string; group: string
  font: string
}

export function paletteFrom(token: (name: string) => string): Palette {
  const surface = token('--surface')
  return {
    surface, surface2: token('--surface-2'), chosen: token('--brand-bg'), line: token('--line'), line2: token('--line-2'),
    ink1: token('--ink-1'), ink2: token('--ink-2'), ink3: token('--ink-3'), brand: token('--brand'), onBrand: token('--on-brand'),
    weekend: token('--weekend'), holiday: token('--holiday'), rain: token('--rain'), rule: token('--rule-ink'), ghost: token('--baseline'),
    load: token('--load'), loadPast: token('--load-past'), over: token('--st-late-solid'), onLate: token('--on-late'),
    health: {
      DONE: { tint: token('--st-done-solid'), edge: token('--st-done-solid'), text: token('--st-done') },
      ON_TIME: { tint: token('--st-on-bg'), edge: token('--st-on-solid'), text: token('--st-on') },
      AT_RISK: { tint: token('--st-risk-bg'), edge: token('--st-risk-solid'), text: token('--st-risk') },
      LATE: { tint: token('--st-late-bg'), edge: token('--loss'), text: token('--st-late') },
      NOT_STARTED: { tint: surface, edge: token('--baseline'), text: token('--st-todo') },
    },
    done: token('--st-done-solid'), top: token('--ink-2'), group: token('--st-done-solid'),
    font: token('--font-sans') || 'sans-serif',
  }
}
