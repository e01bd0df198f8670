import type { Figure } from '@/api/contract'
import { useWords } from '@/i18n'

/** What a figure is, in the reader's words. */
export function useFigures() {
  const { t, said, sourced, number, date, locale } = useWords()
  const digits = (n: number) => number(n, Number.isInteger(n) ? 0 : 1)
  /** 86.4 %; “no data yet” instead of a zero that was not counted. */
  const value = (f: Figure) => (f.value === null || f.value === undefined ? t('command.noData') : said(f.unit) === '%' ? `${number(f.value, 1)}%` : digits(f.value))
  const fraction = (f: Figure) => (f.data && f.denominator > 0 ? t('command.fraction', { n: digits(f.numerator), all: digits(f.denominator) }) : '')
  const reckoning = (f: Figure) => f.data
    ? [t('command.figure.numerator', { words: said(f.numeratorWords), n: digits(f.numerator) }), t('command.figure.denominator', { words: said(f.denominatorWords), n: digits(f.denominator) }), t('command.figure.from', { from: said(f.from) }), t('command.figure.date', { date: date(f.date) }), t('command.figure.basis', { basis: sourced(f.basis) })].join(locale.value === 'zh' ? '；' : '; ')
    : `${t('command.noData')}${locale.value === 'zh' ? '：' : ': '}${said(f.from)}`
  return { value, fraction, reckoning, digits }
}
