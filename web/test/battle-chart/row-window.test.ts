import { describe, expect, it } from 'vitest'
import { piecesOf, windowAt } from '@/features/battle-chart/row-window'

describe('the rows of a whole district', () => {
  const shown = (pieces: ReturnType<typeof piecesOf>) => pieces.filter((p) => p.shown).flatMap((p) => Array.from({ length: p.to - p.from }, (_, i) => p.from + i))
  it('stand in the table or leave their room, each once and in order', () => {
    for (const [from, to, pinned] of [[-16, 48, [0]], [96, 160, [3]], [96, 160, [399, 120]], [384, 448, [200, 10]], [600, 700, [400, -1]]] as const) {
      const pieces = piecesOf(400, from, to, [...pinned])
      expect(pieces[0]!.from).toBe(0)
      expect(pieces.at(-1)!.to).toBe(400)
      pieces.slice(1).forEach((piece, i) => {
        expect(piece.from).toBe(pieces[i]!.to)
        expect(piece.shown).toBe(!pieces[i]!.shown)
      })
    }
  })
  it('are in the document near the screen, and far from it only when focus or light is on them', () => {
    expect(shown(piecesOf(400, 96, 99, [3, 97, 250]))).toEqual([3, 96, 97, 98, 250])
    expect(shown(piecesOf(400, -8, 3, [-1]))).toEqual([0, 1, 2])
    expect(shown(piecesOf(5, 0, 5, []))).toEqual([0, 1, 2, 3, 4])
    expect(piecesOf(0, 0, 40, [0])).toEqual([])
  })
  it('cover the screen wherever it stands, with some to spare on both sides, and are few', () => {
    for (let scrolled = -600; scrolled < 15_000; scrolled += 113) {
      const { from, to } = windowAt(-scrolled, 1080, 37)
      expect(from).toBeLessThanOrEqual(scrolled / 37 - 12)
      expect(to).toBeGreaterThanOrEqual((scrolled + 1080) / 37 + 12)
      expect(to - from).toBeLessThan(80)
    }
  })
})
