// Makes a photo small before it is sent, and keeps what the camera wrote: time and place go along, only the orientation is told
// anew, since the canvas has turned the picture upright.

export const LONGEST = 2560

/** Where the EXIF segment (APP1) of a JPEG stands, marker included; nothing when it has none. */
export function exifSegment(jpeg: Uint8Array): Uint8Array | undefined {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return undefined
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg[at + 1]!
    const length = (jpeg[at + 2]! << 8) | jpeg[at + 3]!
    if (marker === 0xda || length < 2) return undefined
    if (marker === 0xe1 && jpeg[at + 4] === 0x45 && jpeg[at + 5] === 0x78 && jpeg[at + 6] === 0x69 && jpeg[at + 7] === 0x66) return jpeg.slice(at, at + 2 + length)
    at += 2 + length
  }
  return undefined
}

/** The segment with the orientation set to upright. */
export function upright(segment: Uint8Array): Uint8Array {
  const copy = segment.slice()
  const view = new DataView(copy.buffer)
  const tiff = 10
  if (copy.length < tiff + 8) return copy
  const little = copy[tiff] === 0x49
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > copy.length) return copy
  const entries = view.getUint16(directory, little)
  for (let n = 0; n < entries; n++) {
    const entry = directory + 2 + n * 12
    if (entry + 12 > copy.length) break
    if (view.getUint16(entry, little) === 0x0112) view.setUint16(entry + 8, 1, little)
  }
  return copy
}

/** The JPEG with the segment behind its first marker. */
export function withSegment(jpeg: Uint8Array, segment: Uint8Array): Uint8Array {
  const whole = new Uint8Array(jpeg.length + segment.length)
  whole.set(jpeg.subarray(0, 2))
  whole.set(segment, 2)
  whole.set(jpeg.subarray(2), 2 + segment.length)
  return whole
}

/** The size that fits into the longest side; the same when it does already. */
export function fitted(width: number, height: number, longest = LONGEST): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** The file, smaller where it is a large photo; any trouble leaves it as it is, and the platform decides. */
export async function shrunk(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const size = fitted(picture.width, picture.height)
    if (size.width === picture.width && file.size < 3_000_000) return file
    const canvas = document.createElement('canvas')
    canvas.width = size.width
    canvas.height = size.height
    canvas.getContext('2d')!.drawImage(picture, 0, 0, size.width, size.height)
    picture.close()
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86))
    if (!blob || blob.size >= file.size) return file
    const small = new Uint8Array(await blob.arrayBuffer())
    const segment = file.type === 'image/jpeg' ? exifSegment(new Uint8Array(await file.arrayBuffer())) : undefined
    const bytes = segment ? withSegment(small, upright(segment)) : small
    return new File([bytes as BlobPart], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified })
  } catch {
    return file
  }
}
