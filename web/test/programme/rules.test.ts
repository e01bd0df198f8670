import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ProgrammeRow, Session } from '@/api/contract'
import { useSession } from '@/app/session'
import RulesPart from '@/features/programme/RulesPart.vue'
import { i18n } from '@/i18n'
import { toasts } from '@/ui/toasts'

let year: ProgrammeRow
let part: VueWrapper
const sent: Record<string, unknown>[] = []

function open(permissions: string[]) {
  const pinia = createPinia()
  useSession(pinia).now = { person: { id: 'planner' }, permissions } as unknown as Session
  part = mount(RulesPart, { props: { programme: year, years: [] }, attachTo: document.body, global: { plugins: [pinia, i18n, [VueQueryPlugin, { queryClient: new QueryClient() }]] } })
  return flushPromises()
}
beforeEach(() => {
  year = { id: 'y22', year: 2022, name: '2022 年度', starts: '2021-09-01', projects: 0, estates: 0, frozenPlan: null, version: 4, rules: { office: 'WORKING_DAYS', site: 'REST_AT_SPRING_FESTIVAL', atRiskDays: 7, rainStopsFrom: 0.5, unconfirmed: true, source: '' } }
  vi.stubGlobal('fetch', async (request: Request) => {
    const body = await request.json()
    sent.push(body)
    const { assumption, name, starts, office, site, atRiskDays, rainStopsFrom, source } = body
    year = { ...year, name, starts, version: year.version + 1, rules: { office, site, atRiskDays, rainStopsFrom, unconfirmed: assumption, source } }
    return Response.json(year)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  sent.splice(0)
  toasts.splice(0)
  part.unmount()
  document.body.innerHTML = ''
})
const submit = async () => {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

it('says of every rule what a change does, flags what nobody confirmed, and undoes with the version just saved', async () => {
  await open(['PROGRAMME_EDIT'])
  expect(document.querySelectorAll('table .flag')).toHaveLength(4)
  expect(document.body.textContent).toContain('雨敏感 ≥ 0.5')
  expect(document.body.textContent).toContain('已排出的计划保留原来的依据和日期')
  ;[...document.querySelectorAll<HTMLElement>('button')].find((b) => b.textContent?.includes('修改规则'))!.click()
  await flushPromises()
  const numbers = [...document.querySelectorAll<HTMLInputElement>('form input[type=number]')]
  ;['10', '0.65'].forEach((value, i) => {
    numbers[i]!.value = value
    numbers[i]!.dispatchEvent(new Event('input'))
  })
  document.querySelector<HTMLInputElement>('form input[type=checkbox]')!.click()
  await submit()
  expect(sent.at(-1)).toMatchObject({ atRiskDays: 10, rainStopsFrom: 0.65, assumption: false, version: 4, starts: '2021-09-01' })
  await part.setProps({ programme: year })
  expect(document.querySelectorAll('table .flag')).toHaveLength(0)
  await toasts.at(-1)!.undo!()
  expect(sent.at(-1)).toMatchObject({ atRiskDays: 7, rainStopsFrom: 0.5, assumption: true, version: 5 })
})

it('shows the rules to whoever may not change them, without the button', async () => {
  await open([])
  expect(document.querySelectorAll('table tbody tr')).toHaveLength(6)
  expect(document.body.textContent).not.toContain('修改规则')
})
