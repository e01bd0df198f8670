// Bytes as numbers and texts, and the hashes that WebCrypto brings; each derivation is told apart by its label.

export type Bytes = Uint8Array<ArrayBuffer>

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

export function joined(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function fromHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
}

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

export function fromBase64url(text: string): Bytes {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))
}

export function numberOf(bytes: Uint8Array): bigint {
  return bytes.length ? BigInt(`0x${hex(bytes)}`) : 0n
}

export function bytesOf(number: bigint, length: number): Bytes {
  return fromHex(number.toString(16).padStart(2 * length, '0'))
}

/** The remainder that is never negative. */
export function mod(number: bigint, modulus: bigint): bigint {
  const rest = number % modulus
  return rest < 0n ? rest + modulus : rest
}

export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = mod(base, modulus)
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** The number that gives 1 with this one, by Euclid; there must be one. */
export function inverse(number: bigint, modulus: bigint): bigint {
  let [low, high] = [mod(number, modulus), modulus]
  let [of, before] = [1n, 0n]
  while (low > 0n) {
    const times = high / low
    ;[low, high] = [high - times * low, low]
    ;[of, before] = [before - times * of, of]
  }
  if (high !== 1n) throw new Error('No inverse. Maybe the key of the vote is broken?')
  return mod(before, modulus)
}

export async function sha256(...parts: Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...parts)))
}

export async function sha384(...parts: Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', joined(...parts)))
}

/** HKDF with SHA-256 and no salt, as Hashes.hkdf of the platform. */
export async function hkdf(key: Bytes, label: string, length: number): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits'])
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(label) }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 8 * length))
}

export async function pbkdf2(password: string, salt: string, iterations: number, length: number): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', utf8(password), 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8(salt), iterations }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 8 * length))
}
