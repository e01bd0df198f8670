import { describe, expect, it } from 'vitest'
import { exifSegment, fitted, upright, withSegment } from '@/ui/photo'

/** A JPEG head with an EXIF segment whose first directory holds one entry: the orientation. */
function photo(little: boolean, orientation: number): Uint8Array {
  const segment = new Uint8Array(4 + 6 + 8 + 2 + 12 + 4)
  const view = new DataView(segment.buffer)
  view.setUint16(0, 0xffe1)
  view.setUint16(2, segment.length - 2)
  segment.set([0x45, 0x78, 0x69, 0x66, 0, 0], 4)
  segment.set(little ? [0x49, 0x49] : [0x4d, 0x4d], 10)
  view.setUint16(12, 42, little)
  view.setUint32(14, 8, little)
  view.setUint16(18, 1, little)
  view.setUint16(20, 0x0112, little)
  view.setUint16(22, 3, little)
  view.setUint32(24, 1, little)
  view.setUint16(28, orientation, little)
  return new Uint8Array([0xff, 0xd8, ...segment, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9])
}

describe('a photo made smaller', () => {
  for (const little of [true, false]) {
    it(`keeps what the camera wrote and stands upright (${little ? 'little' : 'big'} endian)`, () => {
      const segment = exifSegment(photo(little, 6))!
      const told = upright(segment)
      expect(new DataView(told.buffer).getUint16(28, little)).toBe(1)
      expect(told.length).toBe(segment.length)
      const small = withSegment(new Uint8Array([0xff, 0xd8, 0xff, 0xdb, 0, 2, 0xff, 0xd9]), told)
      expect(exifSegment(small)).toEqual(told)
      expect([...small.slice(0, 2), ...small.slice(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9])
    })
  }
  it('has no segment where there is none, and no torn one is read beyond its end', () => {
    expect(exifSegment(new Uint8Array([0x89, 0x50]))).toBeUndefined()
    expect(exifSegment(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xda, 0, 2]))).toBeUndefined()
    expect(upright(new Uint8Array([0xff, 0xe1, 0, 8]))).toEqual(new Uint8Array([0xff, 0xe1, 0, 8]))
  })
  it('fits into the longest side and is never made larger', () => {
    expect(fitted(8000, 6000)).toEqual({ width: 2560, height: 1920 })
    expect(fitted(600, 800)).toEqual({ width: 600, height: 800 })
  })
})
