import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CrewRow, ProgrammeRow, Session } from '@/api/contract'
import { useSession } from '@/app/session'
import CrewsPart from '@/features/programme/CrewsPart.vue'
import { i18n } from '@/i18n'
import { toasts } from '@/ui/toasts'

let crew: CrewRow
const sent: Record<string, unknown>[] = []

beforeEach(async () => {
  crew = { code: 'roofing_crew', name: { zh: '瓦工班组', en: 'Roofing crew' }, sharedWithin: 'DISTRICT', capacity: 31, changes: [], assumption: true, source: 'assumption: 31 for 50 projects', version: 1 }
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json([crew])
    const body = await request.json()
    sent.push(body)
    crew = { ...crew, ...body, version: crew.version + 1 }
    return Response.json(crew)
  })
  const pinia = createPinia()
  useSession(pinia).now = { person: { id: 'planner' }, permissions: ['PROGRAMME_EDIT'] } as unknown as Session
  mount(CrewsPart, { props: { programme: { id: 'y22', year: 2022 } as ProgrammeRow, years: [] }, attachTo: document.body, global: { plugins: [pinia, i18n, [VueQueryPlugin, { queryClient: new QueryClient() }]] } })
  await flushPromises()
})
afterEach(() => {
  vi.unstubAllGlobals()
  sent.splice(0)
  toasts.splice(0)
  document.body.innerHTML = ''
})

const flags = () => document.querySelectorAll('table .flag').length
const press = async (label: string) => {
  document.querySelector<HTMLElement>(`[aria-label="${label}"]`)!.click()
  await flushPromises()
}
const submit = async () => {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

it('takes 待确认 away once the district has confirmed the figure, and brings it back with the undo', async () => {
  expect(flags()).toBe(1)
  await press('修改 瓦工班组')
  document.querySelector<HTMLInputElement>('form input[type=checkbox]')!.click()
  await submit()
  expect(sent.at(-1)).toMatchObject({ assumption: false, source: 'assumption: 31 for 50 projects', version: 1 })
  expect(flags()).toBe(0)
  await toasts.at(-1)!.undo!()
  await flushPromises()
  expect(sent.at(-1)).toMatchObject({ assumption: true, version: 2 })
  expect(flags()).toBe(1)
})
