import { type Ink, box, textWidth, wear } from './brush'
import { monthDay } from './days'
import type { Palette } from './palette'
import { ticks } from './scale'
import type { NodeLine, View } from './view'

export const AXIS = 50

/** Words of the axis in the reader's language. */
export interface AxisWords { today: string; month: (iso: string) => string; unconfirmed: string }

/** A name above the axis and where it stands: fitted so that names do not run into each other. */
export interface Flag { node: NodeLine; text: string; x: number; side: 'right' | 'left'; width: number }

/**
 * Chooses a side for each node's name, shortening it, then leaving the date alone, then the diamond, where there is no room.
 *
 * @param taken stretches already used, by the flag of today for instance
 */
export function flags(
  nodes: NodeLine[], at: (node: NodeLine) => number, width: (text: string) => number, limit: number, taken: { from: number; to: number }[],
): Flag[] {
  const used = [...taken]
  const free = (from: number, to: number) => used.every((u) => to < u.from || from > u.to)
  const fitted: Flag[] = []
  const sorted = [...nodes].sort((a, b) => a.day - b.day)
  sorted.forEach((node, i) => {
    const x = at(node)
    if (x < -4 || x > limit + 4) return
    const next = sorted[i + 1]
    const date = monthDay(node.day)
    const room = next ? at(next) - 8 : Infinity
    const shortened = shorten(`${date} ${node.name}`, Math.min(limit, room) - x - 18, width)
    for (const text of [`${date} ${node.name}`, ...(shortened ? [shortened] : []), date]) {
      const wide = width(text) + 18
      if (x + wide <= Math.min(limit, room) && free(x - 6, x + wide)) {
        used.push({ from: x - 6, to: x + wide })
        fitted.push({ node, text, x, side: 'right', width: wide })
        return
      }
      if (x - wide >= 0 && free(x - wide, x + 6)) {
        used.push({ from: x - wide, to: x + 6 })
        fitted.push({ node, text, x, side: 'left', width: wide })
        return
      }
    }
    fitted.push({ node, text: '', x, side: 'right', width: 10 })
  })
  return fitted
}

/** Date and the beginning of a name that fit, if half a dozen letters of it do. */
function shorten(text: string, room: number, width: (text: string) => number): string | null {
  for (let n = text.length - 1; n >= 12; n--) {
    const short = `${text.slice(0, n).trimEnd()}…`
    if (width(short) <= room) return short
  }
  return null
}

/** The axis: above, the flag of today and the nodes by name; below, the dates, at which the lines break. */
export function paintAxis(ink: Ink, view: View, colours: Palette, words: AxisWords): Flag[] {
  const { scale } = view
  ink.fillStyle = colours.surface
  ink.fillRect(0, 0, view.width, AXIS)
  ink.textBaseline = 'middle'
  wear(ink, `600 12px ${colours.font}`)
  const todayX = Math.round(scale.x(view.today) - view.scrollX)
  const todayText = `${words.today} ${monthDay(view.today)}`
  const todayWide = textWidth(ink, todayText) + 16
  const todaySeen = todayX >= 0 && todayX <= view.width
  const todayLeft = Math.max(2, Math.min(todayX - todayWide / 2, view.width - todayWide - 2))
  const taken = todaySeen ? [{ from: todayLeft - 4, to: todayLeft + todayWide + 4 }] : []
  const placed = flags(view.nodes, (n) => Math.round(scale.end(n.day) - view.scrollX), (text) => textWidth(ink, text), view.width, taken)
  paintLines(ink, colours, placed, todaySeen ? todayX : null)
  for (const flag of placed) paintFlag(ink, colours, flag)
  if (todaySeen) {
    box(ink, todayLeft, 3, todayWide, 20, 4)
    ink.fillStyle = colours.brand
    ink.fill()
    ink.fillStyle = colours.onBrand
    ink.fillText(todayText, todayLeft + 8, 13.5)
  }
  paintRainWord(ink, view, colours, placed, taken)
  paintDates(ink, view, colours, words)
  ink.fillStyle = colours.line
  ink.fillRect(0, AXIS - 1, view.width, 1)
  return placed
}

function paintLines(ink: Ink, colours: Palette, placed: Flag[], today: number | null): void {
  ink.lineWidth = 1.5
  for (const flag of placed) {
    ink.beginPath()
    ink.globalAlpha = flag.node.passed ? 0.5 : 1
    ink.strokeStyle = flag.node.passed ? colours.ink3 : colours.rule
    ink.moveTo(flag.x, 19)
    ink.lineTo(flag.x, AXIS)
    ink.stroke()
  }
  ink.globalAlpha = 1
  if (today === null) return
  ink.beginPath()
  ink.strokeStyle = colours.brand
  ink.moveTo(today, 22)
  ink.lineTo(today, AXIS)
  ink.stroke()
}

function paintFlag(ink: Ink, colours: Palette, flag: Flag): void {
  const colour = flag.node.passed ? colours.ink2 : colours.ink1
  ink.fillStyle = colour
  ink.beginPath()
  ink.moveTo(flag.x, 8)
  ink.lineTo(flag.x + 5, 13.5)
  ink.lineTo(flag.x, 19)
  ink.lineTo(flag.x - 5, 13.5)
  ink.fill()
  const left = flag.side === 'right' ? flag.x + 9 : flag.x - flag.width + 6
  if (flag.text) ink.fillText(flag.text, left, 13.5)
}

function paintRainWord(ink: Ink, view: View, colours: Palette, placed: Flag[], taken: { from: number; to: number }[]): void {
  if (!view.rain) return
  wear(ink, `400 12px ${colours.font}`)
  const left = Math.max(6, view.scale.x(view.rain.from) - view.scrollX + 4)
  const wide = textWidth(ink, view.rain.text)
  const right = view.scale.end(view.rain.to) - view.scrollX
  if (right < wide * 0.4 || left + wide > view.width) return
  const used = [...taken, ...placed.map((f) => (f.side === 'right' ? { from: f.x - 6, to: f.x + f.width } : { from: f.x - f.width, to: f.x + 6 }))]
  if (used.some((u) => left + wide > u.from && left < u.to)) return
  ink.fillStyle = colours.ink2
  ink.fillText(view.rain.text, left, 13.5)
}

function paintDates(ink: Ink, view: View, colours: Palette, words: AxisWords): void {
  const { scale } = view
  const centred = scale.zoom === 'day'
  wear(ink, `400 12px ${colours.font}`)
  const from = scale.dayAt(view.scrollX) - 8
  let free = -Infinity
  for (const tick of ticks(scale, from, scale.dayAt(view.scrollX + view.width), words.month)) {
    const wide = textWidth(ink, tick.label)
    const edge = scale.x(tick.day) - view.scrollX
    const x = centred ? edge + (scale.dayWidth - wide) / 2 : edge + 4
    if (x < free) continue
    free = x + wide + 6
    ink.fillStyle = colours.surface
    ink.fillRect(x - 2, 28, wide + 4, 18)
    ink.fillStyle = tick.strong ? colours.ink1 : colours.ink3
    ink.fillText(tick.label, x, 37.5)
  }
}
