import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, expect, it, vi } from 'vitest'
import type { Node, ProgrammeRow, Session } from '@/api/contract'
import { useSession } from '@/app/session'
import NodesPart from '@/features/programme/NodesPart.vue'
import { i18n } from '@/i18n'
import { toasts } from '@/ui/toasts'

afterEach(() => {
  vi.unstubAllGlobals()
  toasts.splice(0)
  document.body.innerHTML = ''
})

it('undoes a moved node with the version just saved, and flags again a date nobody had confirmed', async () => {
  const words = { zh: '平改坡完成', en: 'Roof conversion complete' }
  let node: Node = { id: 'm3', code: 'M3', name: words, rule: 'ON_THE_DATE', nominalDate: '2022-05-31', resolvedDate: '2022-05-31', resolution: words, weight: 5, activityCode: 'R06', appliesTo: 'ALL', unconfirmed: true, provisional: false, version: 2 }
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json([node])
    const body = await request.json()
    sent.push(body)
    node = { ...node, ...body, unconfirmed: body.unconfirmed ?? false, version: node.version + 1 }
    return Response.json(node)
  })
  const pinia = createPinia()
  useSession(pinia).now = { person: { id: 'planner' }, permissions: ['PROGRAMME_EDIT'] } as unknown as Session
  mount(NodesPart, { props: { programme: { id: 'y22', year: 2022 } as ProgrammeRow, years: [] }, attachTo: document.body, global: { plugins: [pinia, i18n, [VueQueryPlugin, { queryClient: new QueryClient() }]] } })
  await flushPromises()
  document.querySelector<HTMLElement>('[aria-label="修改 平改坡完成"]')!.click()
  await flushPromises()
  const weight = document.querySelector<HTMLInputElement>('form input[type=number]')!
  weight.value = '4'
  weight.dispatchEvent(new Event('input'))
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
  expect(sent.at(-1)).toEqual({ nominalDate: '2022-05-31', weight: 4, version: 2 })
  await toasts.at(-1)!.undo!()
  expect(sent.at(-1)).toEqual({ nominalDate: '2022-05-31', weight: 5, unconfirmed: true, version: 3 })
})
