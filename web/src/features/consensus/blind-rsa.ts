// The device's part of RSABSSA-SHA384-PSSZERO-Deterministic (RFC 9474): hide a serial, take the hiding off what was signed.
// Only public exponents are used here; the one secret, the blinding factor, stays on the voter's own device.
import { base64url, bytesOf, fromBase64url, inverse, joined, numberOf, power, sha256, sha384, utf8, type Bytes } from './bytes'
import { grouped, written } from './voting-code'

const HASH = 48

export interface TokenKey { modulus: bigint; exponent: bigint; bits: number; length: number; thumbprint: string; fingerprint: string }

/** The key published with the vote; thumbprint by RFC 7638, fingerprint as letter and noticeboard print it. */
export async function tokenKey(jwk: { e?: string; n?: string }): Promise<TokenKey> {
  const modulus = numberOf(fromBase64url(jwk.n ?? ''))
  const exponent = numberOf(fromBase64url(jwk.e ?? ''))
  const bits = modulus.toString(2).length
  const hash = await sha256(utf8(`{"e":"${jwk.e}","kty":"RSA","n":"${jwk.n}"}`))
  return { modulus, exponent, bits, length: Math.ceil(bits / 8), thumbprint: base64url(hash), fingerprint: grouped(written(numberOf(hash), 12)) }
}

async function mgf1(seed: Bytes, length: number): Promise<Bytes> {
  const blocks: Bytes[] = []
  for (let counter = 0; blocks.length * HASH < length; counter++) blocks.push(await sha384(seed, bytesOf(BigInt(counter), 4)))
  return joined(...blocks).slice(0, length)
}

/** EMSA-PSS (RFC 8017, 9.1.1) without salt: one message has one encoding, so that checking is encoding again. */
export async function encodePss(message: Bytes, emBits: number): Promise<Bytes> {
  const length = Math.ceil(emBits / 8)
  const hash = await sha384(new Uint8Array(8), await sha384(message))
  const mask = await mgf1(hash, length - HASH - 1)
  const block = mask.map((byte, i) => byte ^ (i === mask.length - 1 ? 1 : 0))
  block[0]! &= 0xff >> (8 * length - emBits)
  return joined(block, hash, Uint8Array.of(0xbc))
}

async function encoded(serial: Bytes, key: TokenKey): Promise<bigint> {
  return numberOf(await encodePss(serial, key.bits - 1))
}

/** What is sent to be signed. */
export async function blind(serial: Bytes, factor: bigint, key: TokenKey): Promise<Bytes> {
  return bytesOf(((await encoded(serial, key)) * power(factor, key.exponent, key.modulus)) % key.modulus, key.length)
}

/** The token's signature; null when the answer is not this key's on this message. */
export async function finish(serial: Bytes, factor: bigint, blindSignature: Bytes, key: TokenKey): Promise<Bytes | null> {
  if (blindSignature.length !== key.length || numberOf(blindSignature) >= key.modulus) return null
  const signature = bytesOf((numberOf(blindSignature) * inverse(factor, key.modulus)) % key.modulus, key.length)
  return (await verifies(serial, signature, key)) ? signature : null
}

export async function verifies(serial: Bytes, signature: Bytes, key: TokenKey): Promise<boolean> {
  const number = numberOf(signature)
  return signature.length === key.length && number < key.modulus && power(number, key.exponent, key.modulus) === (await encoded(serial, key))
}
