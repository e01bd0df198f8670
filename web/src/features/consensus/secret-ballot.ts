// A household's secret ballot on its own device (docs/decisions/0052): from the printed code to a token the platform signed
// without seeing it, a ballot nobody else can change, and a receipt that says nothing about the choice. The platform's half is
// org.xingfuli.consensus.model; cross-vectors.json holds the two to each other.
//
// WebCrypto exists only on pages served by TLS (or from localhost): without it a page must say so instead of beginning.
import { blind, finish, type TokenKey } from './blind-rsa'
import { base64url, bytesOf, hkdf, numberOf, pbkdf2, sha256, utf8, type Bytes } from './bytes'
import { ORDER, publicPoint } from './p256'
import { grouped, written } from './voting-code'

/** Rounds of PBKDF2 with HMAC-SHA-256. */
export const ITERATIONS = 600_000
export const RECEIPT_LENGTH = 12

/** `authenticator` is shown to the platform for the token; `ballotSeed` never leaves the device. */
export interface CodeSecrets { authenticator: Bytes; ballotSeed: Bytes }

/** `ballotKey`: public point; `serial`: its hash, which the token is signed on; `factor`: what hides it from that one key. */
export interface BallotSecrets { ballotKey: Bytes; serial: Bytes; scalar: bigint; factor: bigint }

/** What is cast: no name, no moment, no order. */
export interface SealedBallot { ballotKey: Bytes; token: Bytes; choices: string; seal: Bytes }

/** Takes a good part of a second on a desk and some seconds on an old phone; `iterations` is smaller in tests only. */
export async function secretsOf(code: string, vote: string, iterations = ITERATIONS): Promise<CodeSecrets> {
  const stretched = await pbkdf2(code, `xingfuli ballot 1:${vote}`, iterations, 32)
  return { authenticator: await hkdf(stretched, 'authenticator', 32), ballotSeed: await hkdf(stretched, 'ballot seed', 32) }
}

/** The same code on another phone gives the same token, so that voting again replaces the earlier ballot. */
export async function ballotOf(seed: Bytes, key: TokenKey): Promise<BallotSecrets> {
  const scalar = (numberOf(await hkdf(seed, 'ballot key', 48)) % (ORDER - 1n)) + 1n
  const ballotKey = publicPoint(scalar)
  const drawn = numberOf(await hkdf(seed, `blinding factor:${key.thumbprint}`, key.length + 16))
  return { ballotKey, serial: await sha256(ballotKey), scalar, factor: (drawn % (key.modulus - 1n)) + 1n }
}

/** What is sent with the authenticator to be signed. */
export function blindedMessage(ballot: BallotSecrets, key: TokenKey): Promise<Bytes> {
  return blind(ballot.serial, ballot.factor, key)
}

/** The token from the platform's answer; null when that answer is not the published key's: then nothing may be cast. */
export function tokenFrom(ballot: BallotSecrets, blindSignature: Bytes, key: TokenKey): Promise<Bytes | null> {
  return finish(ballot.serial, ballot.factor, blindSignature, key)
}

export function sealedText(vote: string, choices: string): Bytes {
  return utf8(`xingfuli ballot 1\n${vote}\n${choices}`)
}

/** Seals a ballot: a voter may seal whatever they like at any time, so that a seal shown to somebody proves nothing. */
export async function seal(ballot: BallotSecrets, token: Bytes, vote: string, choices: string): Promise<SealedBallot> {
  const [x, y] = [ballot.ballotKey.slice(1, 33), ballot.ballotKey.slice(33)]
  const jwk = { kty: 'EC', crv: 'P-256', d: base64url(bytesOf(ballot.scalar, 32)), x: base64url(x), y: base64url(y) }
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  const signed = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, sealedText(vote, choices))
  return { ballotKey: ballot.ballotKey, token, choices, seal: new Uint8Array(signed) }
}

/** What the voter keeps, as the bulletin writes it; `grouped` for showing. */
export async function receiptOf(serial: Bytes): Promise<string> {
  return written(numberOf(await sha256(utf8('xingfuli receipt 1'), serial)), RECEIPT_LENGTH)
}

export { grouped }

/** Digest of a published list: SHA-256 of the text file of its lines, each ended by a line feed. */
export function listDigest(lines: string[]): Promise<Bytes> {
  return sha256(utf8(lines.map((line) => `${line}\n`).join('')))
}
