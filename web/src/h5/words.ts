import { createI18n, useI18n } from 'vue-i18n'
import type { MessageTree } from '@/i18n/messages'
import type { Words } from './api'
import type { Language } from './days'
import { keep, kept } from './kept'
import own from './messages'

/** Chinese first whatever the browser says; English is chosen. */
export const i18n = createI18n({
  legacy: false,
  locale: kept<Language>('language') === 'en' ? 'en' : 'zh',
  fallbackLocale: 'zh',
  messages: own as Record<Language, MessageTree>,
})

export function speak(next: Language): void {
  i18n.global.locale.value = next
  keep('language', next)
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
}

export function useSaid() {
  const { t, locale } = useI18n()
  const language = () => locale.value as Language
  const said = (words: Words | null | undefined) => (words ? (language() === 'zh' ? words.zh : words.en || words.zh) : '')
  return { t, language, said }
}
