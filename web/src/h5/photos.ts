// The photos of a draft: made small on the phone, without what the camera wrote (a home's coordinates), and kept in the browser's
// own database until they are handed over.
import { fitted } from '@/ui/photo'

export const MOST = 6
const LONGEST = 1920
export interface Snap { id: string; blob: Blob }

/** A JPEG of at most 1920 px. What the browser cannot read is refused. */
export async function small(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const size = fitted(picture.width, picture.height, LONGEST)
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const ink = canvas.getContext('2d')!
  ink.fillStyle = '#fff'
  ink.fillRect(0, 0, size.width, size.height)
  ink.drawImage(picture, 0, 0, size.width, size.height)
  picture.close()
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/jpeg', 0.82))
}

function base(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open('xingfuli.h5', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('photos')
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
}

async function store<T>(mode: IDBTransactionMode, act: (photos: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const open = await base()
  try {
    return await new Promise((done, failed) => {
      const work = open.transaction('photos', mode)
      const asked = act(work.objectStore('photos'))
      work.oncomplete = () => done(asked.result)
      work.onabort = work.onerror = () => failed(work.error)
    })
  } finally {
    open.close()
  }
}

/** Whether they were kept; a phone may forbid it. Bytes and not blobs: older WebKit loses blobs. */
export async function keepPhotos(place: string, snaps: Snap[]): Promise<boolean> {
  try {
    const bytes = await Promise.all(snaps.map(async (s) => ({ id: s.id, bytes: await s.blob.arrayBuffer() })))
    await store('readwrite', (photos) => photos.put(bytes, place))
    return true
  } catch {
    return false
  }
}

export async function keptPhotos(place: string): Promise<Snap[]> {
  try {
    const found = await store('readonly', (photos) => photos.get(place) as IDBRequest<{ id: string; bytes: ArrayBuffer }[] | undefined>)
    return (found ?? []).map((f) => ({ id: f.id, blob: new Blob([f.bytes], { type: 'image/jpeg' }) }))
  } catch {
    return []
  }
}

export async function forgetPhotos(place: string): Promise<void> {
  await store('readwrite', (photos) => photos.delete(place)).catch(() => undefined)
}
