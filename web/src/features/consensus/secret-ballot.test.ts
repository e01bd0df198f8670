import { describe, expect, it } from 'vitest'
import vectors from './cross-vectors.json'
import rfc from './rfc9474-vector.json'
import { blind, encodePss, finish, tokenKey, verifies, type TokenKey } from './blind-rsa'
import { base64url, bytesOf, fromHex, hex, inverse, numberOf, power, sha256, type Bytes } from './bytes'
import { publicPoint } from './p256'
import { ballotOf, blindedMessage, listDigest, receiptOf, seal, sealedText, secretsOf, tokenFrom, grouped, ITERATIONS } from './secret-ballot'
import { CODE_LENGTH, LETTERS, readCode } from './voting-code'

/** The platform's half, for tests: a plain private operation. */
async function platform(primes: { p: string; q: string }) {
  const [p, q] = [BigInt(`0x${primes.p}`), BigInt(`0x${primes.q}`)]
  const d = inverse(65537n, (p - 1n) * (q - 1n))
  const n = p * q
  const length = Math.ceil(n.toString(16).length / 2)
  const jwk = { kty: 'RSA', e: 'AQAB', n: base64url(bytesOf(n, length)) }
  const key = await tokenKey(jwk)
  return { jwk, key, sign: (message: Bytes) => bytesOf(power(numberOf(message), d, n), key.length) }
}

const code = (text: string) => readCode(text).code!
const ours = await platform(vectors)

async function household(place: number, key: TokenKey = ours.key) {
  const one = vectors.cases[place]!
  const secrets = await secretsOf(code(one.code), one.vote, one.iterations)
  return { one, secrets, ballot: await ballotOf(secrets.ballotSeed, key) }
}

describe('blind signatures', () => {
  it('gives the vector of RFC 9474 byte by byte', async () => {
    const { key, sign } = await platform(rfc)
    const message = fromHex(rfc.message)
    const factor = inverse(BigInt(`0x${rfc.inverse}`), key.modulus)
    const blinded = await blind(message, factor, key)
    expect(hex(blinded)).toBe(rfc.blinded)
    expect(hex(sign(blinded))).toBe(rfc.blindSignature)
    expect(hex((await finish(message, factor, fromHex(rfc.blindSignature), key))!)).toBe(rfc.signature)
  })
  it('gives tokens that the browser’s own PSS takes', async () => {
    const { one, ballot } = await household(3)
    const token = (await tokenFrom(ballot, ours.sign(await blindedMessage(ballot, ours.key)), ours.key))!
    const key = await crypto.subtle.importKey('jwk', ours.jwk, { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify'])
    expect(await crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 0 }, key, token, fromHex(one.serial))).toBe(true)
  })
  it('takes no answer that is changed, of another key, too long or too short', async () => {
    const { ballot } = await household(4)
    const answer = ours.sign(await blindedMessage(ballot, ours.key))
    const wrong = answer.slice()
    wrong[100]! ^= 4
    expect(await tokenFrom(ballot, wrong, ours.key)).toBeNull()
    expect(await tokenFrom(ballot, answer.slice(1), ours.key)).toBeNull()
    expect(await tokenFrom(ballot, bytesOf(ours.key.modulus, ours.key.length), ours.key)).toBeNull()
    const { ballot: other } = await household(5)
    expect(await tokenFrom(other, answer, ours.key)).toBeNull()
    const token = (await tokenFrom(ballot, answer, ours.key))!
    expect(await verifies(ballot.serial, token, ours.key)).toBe(true)
    expect(await verifies(other.serial, token, ours.key)).toBe(false)
    expect(await verifies(ballot.serial, token, (await platform(rfc)).key)).toBe(false)
  })
  it('encodes one message in one way, below the modulus', async () => {
    const one = await encodePss(fromHex('00'), 3071)
    expect(one).toHaveLength(384)
    expect(one[0]! >> 7).toBe(0)
    expect(one.at(-1)).toBe(0xbc)
    expect(hex(await encodePss(fromHex('00'), 3071))).toBe(hex(one))
  })
})

describe('a household’s code', () => {
  it('says here what it says on the platform', async () => {
    expect(vectors.cases.length).toBeGreaterThanOrEqual(50)
    expect(ours.key.thumbprint).toBe(vectors.thumbprint)
    expect(ours.key.fingerprint).toBe(vectors.fingerprint)
    expect(JSON.stringify({ e: ours.jwk.e, kty: ours.jwk.kty, n: ours.jwk.n })).toBe(vectors.jwk)
    for (const [place, one] of vectors.cases.entries()) {
      const { secrets, ballot } = await household(place)
      const blinded = await blindedMessage(ballot, ours.key)
      const token = (await tokenFrom(ballot, ours.sign(blinded), ours.key))!
      expect({
        authenticator: hex(secrets.authenticator), verifier: hex(await sha256(secrets.authenticator)), ballotKey: hex(ballot.ballotKey), serial: hex(ballot.serial),
        blindedHash: hex(await sha256(blinded)), tokenHash: hex(await sha256(token)), receipt: grouped(await receiptOf(ballot.serial)),
      }, one.code).toEqual({
        authenticator: one.authenticator, verifier: one.verifier, ballotKey: one.ballotKey, serial: one.serial,
        blindedHash: one.blindedHash, tokenHash: one.tokenHash, receipt: one.receipt,
      })
    }
  }, 120_000)
  it('is stretched by the stated number of rounds', () => {
    expect(ITERATIONS).toBe(600_000)
    expect(vectors.cases.filter((one) => one.iterations === ITERATIONS)).toHaveLength(2)
  })
  it('hides its serial anew from another key, and is another code in another vote', async () => {
    const { one, secrets, ballot } = await household(6)
    const other = (await platform(rfc)).key
    const there = await ballotOf(secrets.ballotSeed, other)
    expect(hex(there.serial)).toBe(one.serial)
    expect(there.factor % ours.key.modulus).not.toBe(ballot.factor)
    const elsewhere = await secretsOf(code(one.code), vectors.cases[7]!.vote, one.iterations)
    expect(hex(elsewhere.authenticator)).not.toBe(one.authenticator)
  })
  it('reads however it is written, and any one wrong letter and any two changed are told', () => {
    const [printed] = vectors.cases.map((one) => one.code)
    const letters = code(printed!)
    expect(letters).toHaveLength(CODE_LENGTH)
    for (const typed of [printed!.toLowerCase(), printed!.replaceAll(' ', '-'), `　${printed!.replaceAll(' ', '—')}\n`,
      [...letters].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')]) expect(readCode(typed).code).toBe(letters)
    for (let place = 0; place < CODE_LENGTH; place++) {
      for (const letter of LETTERS) {
        if (letter !== letters[place]) expect(readCode(letters.slice(0, place) + letter + letters.slice(place + 1)).faults).toEqual([{ kind: 'check', place: 0, value: '' }])
      }
      const [one, two] = [letters[place]!, letters[place + 1]]
      if (two && one !== two) expect(readCode(letters.slice(0, place) + two + one + letters.slice(place + 2)).code).toBeNull()
    }
  })
  it('says all that is wrong at once, with its place', () => {
    expect(readCode('ab0d-iefg').faults).toEqual([
      { kind: 'letter', place: 3, value: '0' }, { kind: 'letter', place: 5, value: 'I' }, { kind: 'length', place: 0, value: '8' },
    ])
    expect(readCode('幸福里🏠').faults.map((fault) => fault.value)).toEqual(['幸', '福', '里', '🏠', '4'])
  })
})

describe('a sealed ballot', () => {
  const check = async (ballotKey: Bytes, sealed: Bytes, vote: string, choices: string) => {
    const key = await crypto.subtle.importKey('raw', ballotKey, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
    return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, sealed, sealedText(vote, choices))
  }
  it('holds for its choices in its vote, and for nothing else', async () => {
    const { one, ballot } = await household(2)
    const sealed = await seal(ballot, new Uint8Array(), one.vote, '2,5,11')
    expect(await check(ballot.ballotKey, sealed.seal, one.vote, '2,5,11')).toBe(true)
    expect(await check(ballot.ballotKey, sealed.seal, one.vote, '2,5')).toBe(false)
    expect(await check(ballot.ballotKey, sealed.seal, vectors.cases[0]!.vote, '2,5,11')).toBe(false)
  })
  it('is the same to the platform and to the browser', async () => {
    const one = vectors.cases[0]!
    expect(await check(fromHex(one.ballotKey), fromHex(vectors.platformSeal), one.vote, '2,5,11')).toBe(true)
    expect(await check(fromHex(one.ballotKey), fromHex(vectors.browserSeal), one.vote, '2,5,11')).toBe(true)
  })
  it('is sealed by the point that WebCrypto itself would give', async () => {
    for (let i = 0; i < 5; i++) {
      const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
      const { d } = await crypto.subtle.exportKey('jwk', privateKey)
      const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
      expect(hex(publicPoint(numberOf(Uint8Array.from(atob(d!.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0)))))).toBe(hex(point))
    }
  })
})

describe('the published lists', () => {
  it('have the digest that sha256sum gives of the text file', async () => {
    expect(hex(await listDigest(['1,4', '2']))).toBe('5e913feaf8efc126d28bb14ea582d59797d85edf13b4fa6072c9055502590921')
  })
})
