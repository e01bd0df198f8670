import { type Ink, box, rimmed, textWidth, wear } from './brush'
import { ends, type Point, route } from './links'
import { paintGround, paintNodeLines, paintToday } from './paint-ground'
import type { Palette } from './palette'
import { type Bar, windowOf } from './rows'
import { BAR, BAR_TOP, type View, inset } from './view'

export const GLYPHS = { DONE: '✓', ON_TIME: '●', AT_RISK: '▲', LATE: '✕', NOT_STARTED: '○' } as const

/** One frame of the chart: only the rows and days in the window are touched. */
export function paintChart(ink: Ink, view: View, colours: Palette, ratio: number): void {
  ink.fillStyle = colours.surface
  ink.fillRect(0, 0, view.width, view.height)
  const { from, to } = windowOf(view.scrollY, view.height, view.rowHeight, view.rows.length)
  paintRowGrounds(ink, view, colours, from, to)
  paintGround(ink, view, colours, 0, view.height, ratio)
  paintChosen(ink, view, colours, from, to)
  paintRowLines(ink, view, colours, from, to)
  paintNodeLines(ink, view, colours, 0, view.height)
  for (let i = from; i <= to; i++) {
    const bar = barAt(view, i)
    const top = i * view.rowHeight - view.scrollY + inset(view)
    if (view.ghosts && bar.ghost) paintGhost(ink, view, colours, bar, top)
    if (bar.kind === 'task') paintTask(ink, view, colours, bar, top)
    else paintGroup(ink, view, colours, bar, top)
  }
  paintLinks(ink, view, colours, from, to)
  paintToday(ink, view, colours, 0, view.height)
  wear(ink, `500 12px ${colours.font}`)
  ink.textBaseline = 'middle'
  for (let i = from; i <= to; i++) paintWords(ink, view, colours, barAt(view, i), i * view.rowHeight - view.scrollY + inset(view))
}

/** The bar of a row; while one is dragged, where it and what follows it would stand. */
function barAt(view: View, i: number): Bar {
  const { id, bar } = view.rows[i]!.row
  const at = view.moved?.get(id)
  return at ? { ...bar, start: at.start, finish: at.finish, tail: at.text ? { text: at.text, tone: 'draft' } : bar.tail } : bar
}

function paintRowGrounds(ink: Ink, view: View, colours: Palette, from: number, to: number): void {
  ink.fillStyle = colours.surface2
  for (let i = from; i <= to; i++) {
    if (view.rows[i]!.row.level === 1) ink.fillRect(0, i * view.rowHeight - view.scrollY, view.width, view.rowHeight)
  }
}

function paintChosen(ink: Ink, view: View, colours: Palette, from: number, to: number): void {
  for (let i = from; i <= to; i++) {
    const id = view.rows[i]!.row.id
    if (id !== view.chosen && id !== view.hover) continue
    ink.globalAlpha = id === view.chosen ? 0.85 : 0.4
    ink.fillStyle = colours.chosen
    ink.fillRect(0, i * view.rowHeight - view.scrollY, view.width, view.rowHeight)
    ink.globalAlpha = 1
  }
}

function paintRowLines(ink: Ink, view: View, colours: Palette, from: number, to: number): void {
  ink.beginPath()
  ink.strokeStyle = colours.line
  ink.lineWidth = 1
  for (let i = from; i <= to; i++) {
    const y = Math.round((i + 1) * view.rowHeight - view.scrollY) - 0.5
    ink.moveTo(0, y)
    ink.lineTo(view.width, y)
  }
  ink.stroke()
}

function span(view: View, bar: { start: number; finish: number }): { left: number; right: number } | null {
  const left = view.scale.x(bar.start) - view.scrollX
  const right = Math.max(left + 3, view.scale.end(bar.finish) - view.scrollX)
  return right < 0 || left > view.width ? null : { left, right }
}

function paintGhost(ink: Ink, view: View, colours: Palette, bar: Bar, top: number): void {
  const at = span(view, bar.ghost!)
  if (!at) return
  ink.fillStyle = colours.ghost
  const y = bar.kind === 'task' ? top + BAR_TOP + BAR + 2 : top + BAR_TOP + 10
  ink.fillRect(at.left, y, at.right - at.left, 3.5)
}

function paintTask(ink: Ink, view: View, colours: Palette, bar: Bar, top: number): void {
  const at = span(view, bar)
  if (!at) return
  const { tint, edge } = colours.health[bar.health]
  const y = top + BAR_TOP
  if (bar.dropped) {
    ink.strokeStyle = colours.brand
    ink.lineWidth = 1.5
    ink.beginPath()
    ink.moveTo(at.left, y + 2)
    ink.lineTo(at.left + 9, y + 11)
    ink.moveTo(at.left + 9, y + 2)
    ink.lineTo(at.left, y + 11)
    ink.stroke()
    return
  }
  const left = Math.max(at.left, -20)
  const width = Math.min(at.right, view.width + 20) - left
  const outline = bar.critical && view.chain && bar.health !== 'DONE'
  box(ink, left + 0.5, y + 0.5, Math.max(2, width - 1), BAR - 1, 2)
  ink.fillStyle = tint
  ink.fill()
  const done = bar.health === 'DONE' ? 0 : Math.min(1, bar.percent / 100)
  if (done > 0) {
    const upTo = at.left + (at.right - at.left) * done
    ink.save()
    ink.clip()
    ink.fillStyle = colours.done
    ink.fillRect(left, y, upTo - left, BAR)
    ink.restore()
    box(ink, left + 0.5, y + 0.5, Math.max(2, width - 1), BAR - 1, 2)
  }
  ink.strokeStyle = outline ? colours.rule : edge
  ink.lineWidth = outline ? 1.6 : 1
  ink.stroke()
}

function paintGroup(ink: Ink, view: View, colours: Palette, bar: Bar, top: number): void {
  const at = span(view, bar)
  if (!at) return
  const y = top + BAR_TOP + 1
  const left = Math.max(at.left, -20)
  const right = Math.min(at.right, view.width + 20)
  ink.fillStyle = bar.kind === 'top' ? colours.top : colours.group
  ink.globalAlpha = bar.kind === 'top' ? 1 : 0.75
  ink.fillRect(left, y, right - left, 4.5)
  ink.beginPath()
  ink.moveTo(left, y)
  ink.lineTo(left, y + 8)
  ink.lineTo(left + 4, y + 4.5)
  ink.moveTo(right, y)
  ink.lineTo(right, y + 8)
  ink.lineTo(right - 4, y + 4.5)
  ink.fill()
  ink.globalAlpha = 1
}

function paintWords(ink: Ink, view: View, colours: Palette, bar: Bar, top: number): void {
  const at = span(view, bar)
  if (!at) return
  const middle = top + BAR_TOP + BAR / 2 + 0.5
  if (bar.pill) {
    const { text, health } = bar.pill
    const glyph = GLYPHS[health]
    const wide = textWidth(ink, text) + 28
    // A bar that runs off the screen keeps its word in sight.
    const x = Math.max(8, Math.min(at.right + 9, view.width - wide - 8))
    const solid = health === 'LATE'
    const { tint, edge, text: colour } = colours.health[health]
    box(ink, x + 0.5, top + 3.5, wide, 19, 3)
    ink.fillStyle = solid ? colours.over : health === 'DONE' ? colours.surface : tint
    ink.fill()
    if (health === 'AT_RISK' || health === 'DONE' || health === 'NOT_STARTED') {
      ink.strokeStyle = health === 'AT_RISK' ? edge : colours.line2
      ink.lineWidth = 1
      ink.stroke()
    }
    ink.fillStyle = solid ? colours.onLate : colour
    ink.fillText(glyph, x + 7, top + 13.5)
    ink.fillText(text, x + 21, top + 13.5)
    return
  }
  if (bar.tail) {
    const colour = { late: colours.health.LATE.text, early: colours.brand, soft: colours.ink2, draft: colours.brand }[bar.tail.tone]
    rimmed(ink, bar.tail.text, at.right + 7, middle, colour, colours.surface)
  }
}

function paintLinks(ink: Ink, view: View, colours: Palette, from: number, to: number): void {
  if (!view.links) return
  for (const { link, from: a, to: b } of view.links.between(from, to)) {
    const mine = view.chosen !== null && (link.from === view.chosen || link.to === view.chosen)
    if (!mine && !(link.critical && view.chain)) continue
    const one = barAt(view, a)
    const other = barAt(view, b)
    const y = (i: number) => i * view.rowHeight - view.scrollY + inset(view) + BAR_TOP + BAR / 2
    const path = route(link.kind, ends(view.scale, one, y(a)), ends(view.scale, other, y(b)), BAR / 2 + 0.5)
    const xs = path.map((p) => p.x - view.scrollX)
    if (Math.max(...xs) < 0 || Math.min(...xs) > view.width) continue
    strokeLink(ink, path.map((p) => ({ x: p.x - view.scrollX, y: p.y })), mine && !link.critical ? colours.brand : colours.rule)
  }
}

function strokeLink(ink: Ink, path: Point[], colour: string): void {
  ink.strokeStyle = colour
  ink.fillStyle = colour
  ink.lineWidth = 1.2
  ink.lineJoin = 'round'
  ink.beginPath()
  path.forEach((p, i) => (i === 0 ? ink.moveTo(p.x, p.y) : ink.lineTo(p.x, p.y)))
  ink.stroke()
  const tip = path.at(-1)!
  const before = path.at(-2)!
  const dx = Math.sign(tip.x - before.x)
  const dy = Math.sign(tip.y - before.y)
  ink.beginPath()
  ink.moveTo(tip.x, tip.y)
  if (dx !== 0) {
    ink.lineTo(tip.x - dx * 5, tip.y - 3)
    ink.lineTo(tip.x - dx * 5, tip.y + 3)
  } else {
    ink.lineTo(tip.x - 3, tip.y - dy * 5)
    ink.lineTo(tip.x + 3, tip.y - dy * 5)
  }
  ink.fill()
}
