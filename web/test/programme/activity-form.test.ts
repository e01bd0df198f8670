import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ProgrammeRow, Session, TemplateRow } from '@/api/contract'
import { useSession } from '@/app/session'
import TemplatePart from '@/features/programme/TemplatePart.vue'
import { i18n } from '@/i18n'
import { toasts } from '@/ui/toasts'

let row: TemplateRow
const sent: Record<string, unknown>[] = []

beforeEach(async () => {
  row = { code: 'R03', name: { zh: '屋面板', en: 'Roof boards' }, phase: 'ROOF', duration: 30, driver: 'roof_area', referenceQuantity: 6000, unit: '㎡', scalingShare: 0.7, crews: [], predecessors: 'R02FS+0', earliest: 'Y-1 09-01', outdoor: true, rainSensitivity: 0, concealed: false, calendar: 'SITE', assumption: true, source: '', version: 3 }
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json(request.url.endsWith('/template') ? [row] : [])
    const body = await request.json()
    sent.push(body)
    row = { ...row, ...body, version: row.version + 1 }
    return Response.json(row)
  })
  const pinia = createPinia()
  useSession(pinia).now = { person: { id: 'planner' }, permissions: ['PROGRAMME_EDIT'] } as unknown as Session
  mount(TemplatePart, { props: { programme: { id: 'y22', year: 2022 } as ProgrammeRow, years: [] }, attachTo: document.body, global: { plugins: [pinia, i18n, [VueQueryPlugin, { queryClient: new QueryClient() }]] } })
  await flushPromises()
  document.querySelector<HTMLElement>('[aria-label="修改 R03 屋面板"]')!.click()
  await flushPromises()
})
afterEach(() => {
  vi.unstubAllGlobals()
  sent.splice(0)
  toasts.splice(0)
  document.body.innerHTML = ''
})

function field<T extends HTMLElement>(label: string): T {
  const found = [...document.querySelectorAll('form label')].find((l) => l.textContent?.startsWith(label)) as HTMLLabelElement
  return document.getElementById(found.htmlFor) as T
}
async function choose(label: string, value: string) {
  const control = field<HTMLInputElement>(label)
  control.value = value
  control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input'))
  await flushPromises()
}
async function submit() {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

it('changes name, driver, first day and calendar of an activity, and an undo says them all as they were', async () => {
  expect(field<HTMLInputElement>('最早开始').value).toBe('2021-09-01')
  await choose('名称（中文）', '屋面板铺设')
  await choose('最早开始', '2022-02-12')
  await choose('日历', 'OFFICE')
  await choose('按什么折算', 'fixed')
  await submit()
  expect(sent.at(-1)).toMatchObject({ name: { zh: '屋面板铺设', en: 'Roof boards' }, earliest: 'Y 02-12', calendar: 'OFFICE', driver: 'fixed', referenceQuantity: null, scalingShare: 0, version: 3 })
  await toasts.at(-1)!.undo!()
  expect(sent.at(-1)).toMatchObject({ name: { zh: '屋面板', en: 'Roof boards' }, earliest: 'Y-1 09-01', calendar: 'SITE', driver: 'roof_area', referenceQuantity: 6000, scalingShare: 0.7, predecessors: 'R02FS+0', version: 4 })
})

it('asks for neither code nor phase nor place of an activity that is there', () => {
  for (const label of ['编号', '阶段', '排在其后']) expect([...document.querySelectorAll('form label')].some((l) => l.textContent === label)).toBe(false)
})
