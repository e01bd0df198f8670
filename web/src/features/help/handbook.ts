// The handbook is docs/how: one page a role, Chinese in <page>.md, English in <page>.en.md. The same text on GitHub and on the screen.
import type { Role } from '@/api/contract'
import type { Language } from '@/i18n'

const pages = import.meta.glob<{ default: string }>('../../../../docs/how/*.md', { query: '?page' })

/** The page of a role is named by it: STREET_OFFICER → street-officer. */
export const pageOf = (role: string) => role.toLowerCase().replaceAll('_', '-')

const path = (page: string, language: Language) => `../../../../docs/how/${page}${language === 'en' ? '.en' : ''}.md`

export async function read(page: string, language: Language): Promise<string | null> {
  const found = pages[path(page, language)] ?? pages[path(page, 'zh')]
  return found ? (await found()).default : null
}

/** In the order in which the command is built: who steers, who leads on the ground, who does, who keeps the platform. */
export const ROLES: Role['code'][] = ['COMMANDER', 'PLANNER', 'STREET_OFFICER', 'COMMUNITY_OFFICER', 'RECEPTION_CLERK', 'APPEAL_CLERK', 'DELIVERY_AGENT', 'CONTRACTOR', 'SUPERVISOR',
  'UTILITY_OFFICER', 'PROPERTY_MANAGER', 'ADMINISTRATOR', 'SECURITY_OFFICER', 'AUDITOR', 'OPERATOR', 'DEMO_OPERATOR']
