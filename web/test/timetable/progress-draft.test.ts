// @vitest-environment happy-dom
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ProgressReport, Session, TimetableActivity } from '@/api/contract'
import { useSession } from '@/app/session'
import ProgressDialog from '@/features/timetable/ProgressDialog.vue'
import { type Known, correctionsOf, faultsOf, formOf, freshDraft, keptDraft, knownOf, reasonsOf } from '@/features/timetable/progress-draft'
import { i18n } from '@/i18n'

const TODAY = '2022-04-20'
const activity = (more: Partial<TimetableActivity> = {}) =>
  ({ id: 'a1', projectId: 'p1', code: 'R01', name: { zh: '屋面清理', en: 'Roof' }, start: '2022-04-01', finish: '2022-04-30', percent: 0, state: 'NOT_STARTED', started: false, float: 9, crews: [], ...more }) as unknown as TimetableActivity
const report = (id: string, more: Partial<ProgressReport> = {}) =>
  ({ id, activityId: 'a1', on: '2022-04-18', at: '2022-04-18T09:00:00Z', by: '工长', percent: 60, daysLost: 0, reason: null, note: '', actualStart: null, actualFinish: null, corrects: null, ...more }) as ProgressReport
const running = activity({ percent: 60, started: true, state: 'ON_TIME' })
const rained = [report('r1', { daysLost: 3, reason: 'RAIN', percent: 30 }), report('r2')]
const draft = (known: Known) => freshDraft(known)

describe('a report of progress', () => {
  const known = knownOf(activity(), [], TODAY)

  it('has its request id before anything is sent, and says no start nobody wrote', () => {
    expect(draft(known).requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(formOf({ ...draft(known), daysLost: 3, reason: 'PERMIT' }, known)).not.toHaveProperty('actualStart')
  })
  it('wants a reason for lost days, and a finish for 100 %', () => {
    expect(faultsOf({ ...draft(known), daysLost: 3 }, known)).toEqual({ reason: 'reason' })
    expect(faultsOf({ ...draft(known), daysLost: 3, reason: 'RAIN' }, known)).toEqual({})
    expect(faultsOf({ ...draft(known), daysLost: 3, reason: 'MISREPORTED' }, known)).toEqual({ reason: 'reason' })
    expect(faultsOf({ ...draft(known), percent: 100 }, known)).toEqual({ actualFinish: 'finish' })
  })
  it('takes whole percents and no date to come', () => {
    for (const percent of [-1, 101, 3.5, null]) expect(faultsOf({ ...draft(known), percent }, known).percent).toBe('percent')
    expect(faultsOf({ ...draft(known), actualStart: '2022-04-21' }, known)).toEqual({ actualStart: 'future' })
    expect(faultsOf({ ...draft(known), percent: 100, actualStart: '2022-04-19', actualFinish: '2022-04-18' }, known)).toEqual({ actualFinish: 'order' })
  })
  it('sends no reason without lost days and no finish before 100 %', () => {
    const form = formOf({ ...draft(known), percent: 60, reason: 'RAIN', actualStart: TODAY, actualFinish: '2022-04-19', note: ' 两栋 ' }, known)
    expect(form).toEqual({ percent: 60, daysLost: 0, reason: null, note: '两栋', actualStart: TODAY })
  })
})

describe('a correction', () => {
  const known = knownOf(running, rained, TODAY)

  it('of the percentage downwards wants its own reason and sends it', () => {
    const lower = { ...draft(known), percent: 40 }
    expect(correctionsOf(lower, known)).toEqual(['percent'])
    expect(reasonsOf(lower, known)).toEqual({ ask: 'down', of: ['MISREPORTED', 'REWORK', 'OTHER'] })
    expect(faultsOf(lower, known)).toEqual({ reason: 'why' })
    expect(formOf({ ...lower, reason: 'MISREPORTED' }, known)).toMatchObject({ percent: 40, reason: 'MISREPORTED' })
  })
  it('takes lost days back to nothing in all, of the kind they were reported as', () => {
    const back = { ...draft(known), daysLost: -3, reason: 'RAIN' as const }
    expect(reasonsOf(back, known)).toEqual({ ask: 'back', of: ['RAIN'] })
    expect(faultsOf(back, known)).toEqual({})
    expect(formOf(back, known)).toMatchObject({ daysLost: -3, reason: 'RAIN' })
    expect(faultsOf({ ...back, daysLost: -4 }, known)).toEqual({ daysLost: 'back' })
  })
  it('of the start says the new day, and a start that stands is not said again', () => {
    expect(formOf(draft(known), known)).not.toHaveProperty('actualStart')
    const moved = { ...draft(known), actualStart: '2022-04-03' }
    expect(correctionsOf(moved, known)).toEqual(['actualStart'])
    expect(formOf(moved, known)).toMatchObject({ actualStart: '2022-04-03' })
  })
  it('of finished work starts from its own finish', () => {
    const done = knownOf(activity({ percent: 100, started: true, state: 'DONE', finish: '2022-04-15' }), [report('r1', { percent: 100 })], TODAY)
    expect(formOf({ ...draft(done), actualStart: '2022-04-02' }, done)).toMatchObject({ percent: 100, actualStart: '2022-04-02', actualFinish: '2022-04-15' })
  })
})

describe('the dialog', () => {
  let sent: { body: unknown }[] = []
  let reports: ProgressReport[] = []
  let answers = true

  beforeEach(() => {
    localStorage.clear()
    sent = []
    reports = rained
    answers = true
    HTMLDialogElement.prototype.showModal ??= function () {}
    vi.stubGlobal('fetch', async (request: Request) => {
      if (request.method === 'GET') return Response.json(reports)
      sent.push({ body: await request.json() })
      if (!answers) return new Response('{}', { status: 503, headers: { 'content-type': 'application/json' } })
      return Response.json(report('new'), { status: 201 })
    })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    document.body.innerHTML = ''
  })

  async function opened(person = 'zhang', of = running) {
    const pinia = createPinia()
    useSession(pinia).now = { person: { id: person } } as Session
    const box = mount(ProgressDialog, { props: { activity: of, projectName: '工人新村', today: TODAY }, attachTo: document.body, global: { plugins: [pinia, i18n, [VueQueryPlugin, { queryClient: new QueryClient() }]] } })
    await flushPromises()
    const text = () => document.body.textContent ?? ''
    const press = async (name: string) => {
      ;[...document.querySelectorAll<HTMLElement>('button, label')].find((b) => b.textContent?.includes(name))!.click()
      await flushPromises()
    }
    const write = async (selector: string, value: string) => {
      const field = document.querySelector<HTMLInputElement>(selector)!
      field.value = value
      field.dispatchEvent(new Event('input'))
      await flushPromises()
    }
    return { box, text, press, write, close: () => box.unmount() }
  }

  it('keeps nothing before the first change, and the draft of a closed tab from then on', async () => {
    const one = await opened()
    expect(localStorage).toHaveLength(0)
    await one.write('textarea', '二单元未清')
    expect(keptDraft('zhang', 'a1')?.note).toBe('二单元未清')
    one.close()
    const again = await opened()
    expect(document.querySelector('textarea')!.value).toBe('二单元未清')
    again.close()
  })
  it('never shows one person the words of another', async () => {
    const one = await opened('zhang')
    await one.write('textarea', '只给自己看')
    one.close()
    const other = await opened('li')
    expect(document.querySelector('textarea')!.value).toBe('')
    other.close()
  })
  it('asks whether an old draft goes on when somebody has reported since', async () => {
    const one = await opened()
    await one.write('input[type=number]', '65')
    one.close()
    reports = [...rained, report('r3', { percent: 80, by: '监理' })]
    const later = await opened()
    expect(later.text()).toContain('监理')
    await later.press('重新填写')
    expect(document.querySelector<HTMLInputElement>('input[type=number]')!.value).toBe('80')
    expect(keptDraft('zhang', 'a1')).toBeNull()
    later.close()
  })
  it('drops a draft on leaving only when told to', async () => {
    const one = await opened()
    await one.write('textarea', '写了一半')
    document.querySelector('dialog')!.dispatchEvent(new Event('cancel'))
    await flushPromises()
    expect(one.text()).toContain('草稿要留着吗')
    await one.press('留着草稿')
    expect(one.box.emitted('close')).toHaveLength(1)
    expect(keptDraft('zhang', 'a1')).not.toBeNull()
    await one.press('丢弃草稿')
    expect(keptDraft('zhang', 'a1')).toBeNull()
    one.close()
  })
  it('keeps what was sent without an answer and drops what was received', async () => {
    answers = false
    const one = await opened()
    await one.write('textarea', '信号不好')
    await one.press('发送')
    expect(one.text()).toContain('没有收到平台的确认')
    expect(keptDraft('zhang', 'a1')?.unanswered).toBe(true)
    answers = true
    await one.press('再发一次')
    expect(one.text()).toContain('平台已收到')
    expect(keptDraft('zhang', 'a1')).toBeNull()
    one.close()
  })
  it('asks why the percentage falls, in the words of a correction, and sends it', async () => {
    const one = await opened()
    await one.write('input[type=number]', '40')
    expect(one.text()).toContain('更正原因')
    expect(one.text()).toContain('完成 60% 改为 40%')
    await one.press('发送')
    expect(sent).toHaveLength(0)
    expect(one.text()).toContain('更正要选原因')
    const reason = document.querySelector<HTMLInputElement>('input[value=MISREPORTED]')!
    reason.checked = true
    reason.dispatchEvent(new Event('change'))
    await flushPromises()
    await one.press('发送')
    expect(sent[0]!.body).toMatchObject({ percent: 40, reason: 'MISREPORTED' })
    one.close()
  })
})
