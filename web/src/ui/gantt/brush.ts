/** Small strokes the painters share. */
export type Ink = CanvasRenderingContext2D

const fonts = new Map<string, Map<string, number>>()
let widths = new Map<string, number>()

/** Sets the font. Reading it back from a canvas is slow, so widths are remembered under the font set here. */
export function wear(ink: Ink, font: string): void {
  ink.font = font
  let known = fonts.get(font)
  if (!known) fonts.set(font, (known = new Map()))
  widths = known
}

/** The width of a text in the font last worn. */
export function textWidth(ink: Ink, text: string): number {
  let width = widths.get(text)
  if (width === undefined) {
    width = ink.measureText(text).width
    if (widths.size > 5000) widths.clear()
    widths.set(text, width)
  }
  return width
}

/** A vertical hairline that falls on whole pixels. */
export function upright(ink: Ink, x: number, top: number, bottom: number): void {
  const at = Math.round(x) + 0.5
  ink.moveTo(at, top)
  ink.lineTo(at, bottom)
}

/** Text with a rim in the ground's colour, so that lines break at it. */
export function rimmed(ink: Ink, text: string, x: number, y: number, colour: string, ground: string): void {
  ink.lineWidth = 3
  ink.lineJoin = 'round'
  ink.strokeStyle = ground
  ink.strokeText(text, x, y)
  ink.fillStyle = colour
  ink.fillText(text, x, y)
}

export function box(ink: Ink, x: number, y: number, width: number, height: number, radius: number): void {
  ink.beginPath()
  ink.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2))
}

/** Sizes a canvas for the screen's pixels and returns its ink in CSS pixels. */
export function inkOf(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): Ink | null {
  const w = Math.max(1, Math.round(width * ratio))
  const h = Math.max(1, Math.round(height * ratio))
  if (canvas.width !== w) canvas.width = w
  if (canvas.height !== h) canvas.height = h
  const ink = canvas.getContext('2d', { alpha: false })
  ink?.setTransform(ratio, 0, 0, ratio, 0, 0)
  return ink
}

/** Dots for the plum rain: a hatch says "weather" without another colour for a state. */
export function dots(ink: Ink, colour: string, ratio: number): CanvasPattern | null {
  const tile = document.createElement('canvas')
  tile.width = tile.height = Math.round(8 * ratio)
  const drop = tile.getContext('2d')
  if (!drop) return null
  drop.scale(ratio, ratio)
  drop.fillStyle = colour
  for (const [x, y] of [[1.5, 1.5], [5.5, 5.5]] as const) {
    drop.beginPath()
    drop.arc(x, y, 0.8, 0, Math.PI * 2)
    drop.fill()
  }
  const pattern = ink.createPattern(tile, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio))
  return pattern
}
