// The public half of a derived P-256 key. WebCrypto signs with a private key only when it is given the public one too, and
// cannot compute it; the arithmetic runs on the voter's own device, on a key that is used for one vote.
import { bytesOf, inverse, joined, mod, type Bytes } from './bytes'

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn
const GENERATOR: Point = [
  0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
]

/** How many points there are: scalars go from 1 to one less. */
export const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

type Point = [bigint, bigint]

function plus(one: Point | null, other: Point | null): Point | null {
  if (!one) return other
  if (!other) return one
  const [x1, y1] = one
  const [x2, y2] = other
  if (x1 === x2 && mod(y1 + y2, P) === 0n) return null
  const slope = x1 === x2 ? mod(3n * (x1 * x1 - 1n) * inverse(2n * y1, P), P) : mod((y2 - y1) * inverse(x2 - x1, P), P)
  const x = mod(slope * slope - x1 - x2, P)
  return [x, mod(slope * (x1 - x) - y1, P)]
}

/** The uncompressed point of a scalar, 65 bytes. */
export function publicPoint(scalar: bigint): Bytes {
  let sum: Point | null = null
  let double: Point | null = GENERATOR
  for (let rest = scalar; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = plus(sum, double)
    double = plus(double, double)
  }
  if (!sum) throw new Error(`No point of scalar ${scalar}. Maybe it was not taken modulo the order?`)
  return joined(Uint8Array.of(4), bytesOf(sum[0], 32), bytesOf(sum[1], 32))
}
