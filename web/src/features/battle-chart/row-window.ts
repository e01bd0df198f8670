import { type Ref, computed, onBeforeUnmount, onMounted, ref } from 'vue'

/** Up to so many rows the table is simply whole. */
const WHOLE_UP_TO = 80
/** Rows beyond the edge of the screen, for what is scrolled before the next frame. */
const BEYOND = 12
/** The window moves by so many rows at once, so that most frames of a scroll change nothing. */
const STEP = 8

/** A run of rows in the table, or the room that a run of rows takes which is not. */
export type Piece = { from: number; to: number; shown: boolean }

/** The whole of `count` rows as pieces in order: shown are those of the window and the pinned ones. */
export function piecesOf(count: number, from: number, to: number, pinned: number[]): Piece[] {
  const pieces: Piece[] = []
  const add = (first: number, end: number, shown: boolean) => {
    if (first >= end) return
    const last = pieces.at(-1)
    if (last && last.shown === shown) last.to = end
    else pieces.push({ from: first, to: end, shown })
  }
  const begin = Math.max(0, Math.min(from, count))
  const end = Math.max(begin, Math.min(to, count))
  const single = [...new Set(pinned)].filter((i) => i >= 0 && i < count && (i < begin || i >= end)).sort((a, b) => a - b)
  let at = 0
  for (const [first, after] of [...single.filter((i) => i < begin).map((i) => [i, i + 1] as const), [begin, end] as const, ...single.filter((i) => i >= end).map((i) => [i, i + 1] as const)]) {
    add(at, first, false)
    add(first, after, true)
    at = Math.max(at, after)
  }
  add(at, count, false)
  return pieces
}

/** The window of rows for a body whose top is `top` pixels below the screen's, on a screen of `height` pixels. */
export function windowAt(top: number, height: number, pitch: number): { from: number; to: number } {
  const from = Math.floor((-top / pitch - BEYOND) / STEP) * STEP
  return { from, to: from + Math.ceil((height / pitch + 2 * BEYOND) / STEP) * STEP + STEP }
}

/**
 * Which rows of a long table are in the document: those near the screen, and the pinned ones wherever they are, so that the
 * focused row keeps its tab stop. On paper all are. Rows are of one height, which is measured.
 *
 * @param body the table's body
 * @param whole whether the table is never windowed
 */
export function useRowWindow(body: Ref<HTMLElement | null>, count: () => number, pinned: () => number[], whole: () => boolean) {
  const pitch = ref(37)
  const seen = ref(windowAt(0, innerHeight, pitch.value))
  const paper = ref(false)
  const windowed = computed(() => !whole() && !paper.value && count() > WHOLE_UP_TO)
  const pieces = computed(() => (windowed.value ? piecesOf(count(), seen.value.from, seen.value.to, pinned()) : piecesOf(count(), 0, count(), [])))

  let asked = 0
  function measure() {
    asked = 0
    if (!windowed.value || !body.value) return
    const neighbours = body.value.querySelector<HTMLElement>('tr[data-project] + tr[data-project]')
    const before = neighbours?.previousElementSibling
    const apart = neighbours && before ? neighbours.getBoundingClientRect().top - before.getBoundingClientRect().top : 0
    if (apart > 0 && Math.abs(apart - pitch.value) > 0.01) pitch.value = apart
    const next = windowAt(body.value.getBoundingClientRect().top, innerHeight, pitch.value)
    if (next.from !== seen.value.from || next.to !== seen.value.to) seen.value = next
  }
  const soon = () => (asked ||= requestAnimationFrame(measure))
  const printing = () => (paper.value = true)
  const printed = () => (paper.value = false)
  const media = matchMedia('print')
  const medium = () => (paper.value = media.matches)
  onMounted(() => {
    addEventListener('scroll', soon, { passive: true, capture: true }) // whatever scrolls the table
    addEventListener('resize', soon)
    addEventListener('beforeprint', printing)
    addEventListener('afterprint', printed)
    media.addEventListener('change', medium)
    medium()
    soon()
  })
  onBeforeUnmount(() => {
    cancelAnimationFrame(asked)
    removeEventListener('scroll', soon, { capture: true })
    removeEventListener('resize', soon)
    removeEventListener('beforeprint', printing)
    removeEventListener('afterprint', printed)
    media.removeEventListener('change', medium)
  })
  return { pieces, pitch, windowed, look: soon }
}
