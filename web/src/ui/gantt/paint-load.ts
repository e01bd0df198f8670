import { type Ink, rimmed, textWidth, wear } from './brush'
import type { Load } from './load'
import { paintGround, paintNodeLines, paintToday } from './paint-ground'
import type { Palette } from './palette'
import type { View } from './view'

/** Words over the load: the crew and unit, and the word for capacity. */
export interface LoadWords { title: string; capacity: (number: number) => string }

/**
 * The load of one crew on the chart's own axis: a column a day, slate in the past and teal to come, what exceeds the stepped
 * line of capacity stacked in red above it.
 */
export function paintLoad(ink: Ink, view: View, load: Load | null, colours: Palette, words: LoadWords, ratio: number): void {
  ink.fillStyle = colours.surface
  ink.fillRect(0, 0, view.width, view.height)
  paintGround(ink, view, colours, 0, view.height, ratio)
  paintNodeLines(ink, view, colours, 0, view.height)
  if (load) {
    const top = 34
    const bottom = view.height - 6
    const y = (value: number) => bottom - (value / Math.max(1, load.top)) * (bottom - top)
    paintColumns(ink, view, load, colours, y, bottom)
    paintCapacity(ink, view, load, colours, y, words)
  }
  paintToday(ink, view, colours, 0, view.height)
  wear(ink, `600 13px ${colours.font}`)
  ink.textBaseline = 'middle'
  rimmed(ink, words.title, 8, 15, colours.ink1, colours.surface)
}

function paintColumns(ink: Ink, view: View, load: Load, colours: Palette, y: (value: number) => number, bottom: number): void {
  const { scale } = view
  const from = Math.max(0, scale.dayAt(view.scrollX) - load.first)
  const to = Math.min(load.held.length - 1, scale.dayAt(view.scrollX + view.width) - load.first)
  const gap = scale.dayWidth >= 4 ? 1 : 0
  for (let d = from; d <= to; d++) {
    const held = load.held[d]!
    if (held === 0) continue
    const x = Math.round(scale.x(load.first + d) - view.scrollX)
    const wide = Math.max(1, Math.round(scale.end(load.first + d) - view.scrollX) - x - gap)
    const within = held - load.over[d]!
    const past = load.first + d < view.today
    ink.fillStyle = past ? colours.loadPast : colours.load
    const partly = load.mine[d]! < held
    ink.globalAlpha = partly ? 0.45 : 1
    ink.fillRect(x, y(within), wide, bottom - y(within))
    if (partly && load.mine[d]! > 0) {
      ink.globalAlpha = 1
      const mine = Math.min(within, load.mine[d]!)
      ink.fillRect(x, y(mine), wide, bottom - y(mine))
    }
    ink.globalAlpha = past ? 0.55 : 1
    if (held > within) {
      ink.fillStyle = colours.over
      ink.fillRect(x, y(held), wide, y(within) - y(held))
    }
    ink.globalAlpha = 1
  }
}

function paintCapacity(ink: Ink, view: View, load: Load, colours: Palette, y: (value: number) => number, words: LoadWords): void {
  const { scale } = view
  const from = Math.max(0, scale.dayAt(view.scrollX) - load.first)
  const to = Math.min(load.capacity.length - 1, scale.dayAt(view.scrollX + view.width) - load.first)
  if (to < from) return
  ink.beginPath()
  ink.strokeStyle = colours.rule
  ink.lineWidth = 1.5
  const steps: { x: number; capacity: number }[] = []
  for (let d = from; d <= to; d++) {
    const x = scale.x(load.first + d) - view.scrollX
    const height = Math.round(y(load.capacity[d]!))
    if (d === from) {
      ink.moveTo(Math.min(0, x), height)
      steps.push({ x: 0, capacity: load.capacity[d]! })
    } else if (load.capacity[d] !== load.capacity[d - 1]) {
      ink.lineTo(x, Math.round(y(load.capacity[d - 1]!)))
      ink.lineTo(x, height)
      steps.push({ x, capacity: load.capacity[d]! })
    }
    if (d === to) ink.lineTo(scale.end(load.first + d) - view.scrollX, height)
  }
  ink.stroke()
  wear(ink, `400 12px ${colours.font}`)
  ink.textBaseline = 'middle'
  steps.forEach((step, i) => {
    const text = words.capacity(step.capacity)
    const wide = textWidth(ink, text)
    const right = steps[i + 1]?.x ?? view.width
    if (right - step.x < wide + 12) return
    rimmed(ink, text, right - wide - 8, Math.max(9, y(step.capacity) - 9), colours.ink1, colours.surface)
  })
}

