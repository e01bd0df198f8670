import { createI18n, useI18n } from 'vue-i18n'
import type { Words } from '@/api/contract'
import common from './common'
import type { MessageTree } from './messages'
import { sourceIn } from './sources'

export type Language = 'zh' | 'en'

/** `features/estate-import/messages.ts` is read as `estate-import.…`. */
const found = import.meta.glob<{ default: { zh: MessageTree; en: MessageTree } }>('../features/*/messages.ts', { eager: true })

function tree(language: Language): MessageTree {
  const all: MessageTree = { ...(common[language] as MessageTree) }
  for (const [path, file] of Object.entries(found)) all[path.split('/')[2]!] = file.default[language]
  return all
}

const KEPT = 'xingfuli.language'

function first(): Language {
  // Chinese is the first language whatever the browser says; English is chosen.
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh'
}

export const i18n = createI18n({
  legacy: false,
  locale: first(),
  fallbackLocale: 'zh',
  messages: { zh: tree('zh'), en: tree('en') } as Record<Language, MessageTree>,
})

export function language(): Language {
  return i18n.global.locale.value as Language
}

export function speak(next: Language): void {
  i18n.global.locale.value = next
  localStorage.setItem(KEPT, next)
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
}

/** Words of the platform and numbers and dates, as the reader's language writes them. */
export function useWords() {
  const { t, locale } = useI18n()
  const isZh = () => locale.value === 'zh'
  const said = (words: Words | null | undefined) => (words ? (isZh() ? words.zh : words.en || words.zh) : '')
  const number = (value: number | null | undefined, digits = 0) =>
    value == null ? '–' : new Intl.NumberFormat(isZh() ? 'zh-CN' : 'en-GB', { maximumFractionDigits: digits }).format(value)
  const percent = (share: number | null | undefined, digits = 0) => (share == null ? '–' : `${number(share * 100, digits)}%`)
  /** 04-20: inside one year, where the year is on the screen already. */
  const day = (iso: string | null | undefined) => (iso ? iso.slice(5, 10) : '–')
  /** 2022-04-20 */
  const date = (iso: string | null | undefined) => (iso ? iso.slice(0, 10) : '–')
  const weekday = (iso: string) =>
    new Intl.DateTimeFormat(isZh() ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))
  /** An instant, in the district's time. */
  const moment = (iso: string | null | undefined, seconds = false) => {
    if (!iso) return '–'
    const p = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
      ...(seconds ? { second: '2-digit' as const } : {}),
    })
    return p.format(new Date(iso))
  }
  /** Where a rule comes from. */
  const sourced = (source: string) => sourceIn(locale.value, source)
  return { t, locale, said, sourced, number, percent, day, date, weekday, moment }
}
