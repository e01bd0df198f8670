import { type Ink, dots, upright } from './brush'
import type { Palette } from './palette'
import { ticks } from './scale'
import type { View } from './view'

let pattern: { colour: string; ratio: number; dots: CanvasPattern | null } | null = null

/** What lies under bars and load alike: days of rest, the grid of the axis, the plum rain. */
export function paintGround(ink: Ink, view: View, colours: Palette, top: number, bottom: number, ratio: number): void {
  const { scale } = view
  const from = scale.dayAt(view.scrollX)
  const to = Math.min(scale.last, scale.dayAt(view.scrollX + view.width))
  const weekends = scale.dayWidth >= 4.4
  for (const kind of ['weekend', 'holiday'] as const) {
    if (kind === 'weekend' && !weekends) continue
    ink.fillStyle = colours[kind]
    for (let day = from; day <= to; day++) {
      if (view.rest.of(day) !== kind) continue
      const x = Math.round(scale.x(day) - view.scrollX)
      ink.fillRect(x, top, Math.round(scale.end(day) - view.scrollX) - x, bottom - top)
    }
  }
  ink.beginPath()
  ink.strokeStyle = colours.line
  ink.lineWidth = 1
  for (const tick of ticks(scale, from, to, () => '')) {
    if (scale.zoom !== 'day' || tick.strong || weekdayStart(tick.day)) upright(ink, scale.x(tick.day) - view.scrollX, top, bottom)
  }
  ink.stroke()
  paintRain(ink, view, colours, top, bottom, ratio)
}

function weekdayStart(day: number): boolean {
  return (((day + 4) % 7) + 7) % 7 === 1
}

function paintRain(ink: Ink, view: View, colours: Palette, top: number, bottom: number, ratio: number): void {
  if (!view.rain) return
  const left = Math.max(0, view.scale.x(view.rain.from) - view.scrollX)
  const right = Math.min(view.width, view.scale.end(view.rain.to) - view.scrollX)
  if (right <= left) return
  ink.save()
  ink.globalAlpha = 0.1
  ink.fillStyle = colours.rain
  ink.fillRect(left, top, right - left, bottom - top)
  if (pattern?.colour !== colours.rain || pattern.ratio !== ratio) pattern = { colour: colours.rain, ratio, dots: dots(ink, colours.rain, ratio) }
  ink.globalAlpha = 0.5
  if (pattern.dots) {
    ink.fillStyle = pattern.dots
    ink.fillRect(left, top, right - left, bottom - top)
  }
  ink.globalAlpha = 0.9
  ink.setLineDash([4, 3])
  ink.strokeStyle = colours.rain
  ink.lineWidth = 1
  ink.beginPath()
  upright(ink, view.scale.x(view.rain.from) - view.scrollX, top, bottom)
  upright(ink, view.scale.end(view.rain.to) - view.scrollX, top, bottom)
  ink.stroke()
  ink.restore()
}

/** Node lines and the line of today. Nodes lie under the bars, today over them. */
export function paintNodeLines(ink: Ink, view: View, colours: Palette, top: number, bottom: number): void {
  ink.lineWidth = 1.5
  for (const node of view.nodes) {
    const x = view.scale.end(node.day) - view.scrollX
    if (x < -2 || x > view.width + 2) continue
    ink.beginPath()
    ink.strokeStyle = node.passed ? colours.ink3 : colours.rule
    ink.globalAlpha = node.passed ? 0.5 : 1
    ink.moveTo(Math.round(x), top)
    ink.lineTo(Math.round(x), bottom)
    ink.stroke()
  }
  ink.globalAlpha = 1
}

export function paintToday(ink: Ink, view: View, colours: Palette, top: number, bottom: number): void {
  const x = Math.round(view.scale.x(view.today) - view.scrollX)
  if (x < -2 || x > view.width + 2) return
  ink.beginPath()
  ink.strokeStyle = colours.brand
  ink.lineWidth = 1.5
  ink.moveTo(x, top)
  ink.lineTo(x, bottom)
  ink.stroke()
}
