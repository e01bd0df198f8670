// The code of a household as it is printed, and what is wrong with one that was typed: told before anything is sent.

/** Digits and capitals without 0, O, 1, I and L; 31 of them, which is prime, so that the check letter catches every slip. */
export const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const CODE_LENGTH = 16

/** `letter`: no code has it (place from 1); `length`: too few or many; `check`: one or more letters are others than printed. */
export interface CodeFault { kind: 'letter' | 'length' | 'check'; place: number; value: string }

export type CodeReading = { code: string; faults: [] } | { code: null; faults: CodeFault[] }

/** Reads what a person typed: small or full-width letters, spaces and dashes of any kind are the same code. */
export function readCode(typed: string): CodeReading {
  const plain = [...typed.normalize('NFKC').toUpperCase().replace(/[\p{Z}\p{Cc}\p{Cf}\p{Pd}·._]/gu, '')]
  const faults: CodeFault[] = plain.flatMap((letter, i) => (LETTERS.includes(letter) ? [] : [{ kind: 'letter' as const, place: i + 1, value: letter }]))
  if (plain.length !== CODE_LENGTH) faults.push({ kind: 'length', place: 0, value: String(plain.length) })
  const sum = plain.reduce((so, letter, i) => so + (i + 1) * LETTERS.indexOf(letter), 0)
  if (!faults.length && sum % LETTERS.length !== 0) faults.push({ kind: 'check', place: 0, value: '' })
  return faults.length ? { code: null, faults } : { code: plain.join(''), faults: [] }
}

/** In groups of four, as it is printed and read aloud. */
export function grouped(letters: string): string {
  return letters.match(/.{1,4}/g)?.join(' ') ?? ''
}

/** The last letters of a number written in base 31. */
export function written(number: bigint, length: number): string {
  const base = BigInt(LETTERS.length)
  let text = ''
  for (let rest = number; text.length < length; rest /= base) text = LETTERS[Number(rest % base)] + text
  return text
}
