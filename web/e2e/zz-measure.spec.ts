import { test } from '@playwright/test'
import { as } from './people'

test('measure', async ({ browser }) => {
  test.setTimeout(250_000)
  const context = await as(browser, 'PLANNER', { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto('/timetable')
  await page.getByRole('button', { name: '试排' }).waitFor()
  const told = await page.evaluate(async () => {
    const token = decodeURIComponent(document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='))!.slice(11))
    const send = async (method: string, path: string, body?: unknown) => {
      const began = performance.now()
      const r = await fetch(path, { method, headers: { 'X-XSRF-TOKEN': token, 'Content-Type': 'application/json', Accept: 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) })
      const text = await r.text()
      return { status: r.status, ms: Math.round(performance.now() - began), size: text.length, body: text ? JSON.parse(text) : null }
    }
    const programmes = (await send('GET', '/api/programmes')).body
    const year = programmes.find((p: { frozenPlan: unknown; year: number }) => p.frozenPlan && p.year === 2022) ?? programmes[0]
    const out: unknown[] = []
    const view = await send('GET', `/api/programmes/${year.id}/timetable`)
    const made = await send('POST', `/api/programmes/${year.id}/drafts`, { name: 'm' })
    out.push(['open', made.status, made.ms])
    const id = made.body.id
    const bars = view.body.activities.filter((a: { started: boolean; state: string }) => !a.started && a.state !== 'DONE')
    for (const crew of view.body.crews) {
      const r = await send('POST', `/api/drafts/${id}/edits`, { edit: { kind: 'CREWS', crew: crew.code, number: 2, from: '2022-04-20', until: '2022-06-30' } })
      out.push([crew.code, crew.sharedWithin, r.status, r.ms, r.body.outcome?.changed, r.body.outcome?.lateNodesAfter, r.body.outcome?.earlier, r.body.outcome?.kept, r.body.detail])
      await send('POST', `/api/drafts/${id}/undo`, {})
    }
    const times: number[] = []
    for (let i = 0; i < 60; i++) {
      const a = bars[(i * 37) % bars.length]
      const r = await send('POST', `/api/drafts/${id}/edits`, { edit: { kind: 'START', activity: a.id, from: new Date(Date.parse(a.start) + 86400000 * (5 + (i % 20))).toISOString().slice(0, 10) } })
      times.push(r.ms)
      if (i % 15 === 0) out.push(['start', r.status, r.ms, r.size, r.body.outcome?.changed])
      await send('POST', `/api/drafts/${id}/undo`, {})
    }
    times.sort((x, y) => x - y)
    out.push(['60 drags median/max ms', times[30], times[59]])
    const rain = await send('POST', `/api/drafts/${id}/edits`, { edit: { kind: 'RAIN', from: '2022-05-02', until: '2022-05-08' } })
    out.push(['rain', rain.status, rain.ms, rain.size, rain.body.outcome?.changed, rain.body.outcome?.lateNodesAfter])
    const diff = await send('GET', `/api/drafts/${id}/differences`)
    out.push(['differences', diff.status, diff.ms, diff.size, JSON.stringify(diff.body.slice(0, 3).map((d: { cause: unknown }) => d.cause))])
    const level = await send('POST', `/api/programmes/${year.id}/drafts`, { name: 'l', proposal: 'LEVEL' })
    out.push(['level', level.status, level.ms, level.body.outcome?.changed, level.body.outcome?.lateNodesAfter])
    const replan = await send('POST', `/api/programmes/${year.id}/drafts`, { name: 'r', proposal: 'REPLAN' })
    out.push(['replan', replan.status, replan.ms, replan.body.edits?.length, replan.body.outcome?.lateDaysBefore, replan.body.outcome?.lateDaysAfter, JSON.stringify(replan.body.edits?.map((e: { words: unknown }) => e.words).slice(0, 3))])
    for (const d of [id, level.body.id, replan.body.id]) await fetch(`/api/drafts/${d}`, { method: 'DELETE', headers: { 'X-XSRF-TOKEN': token } })
    return out
  })
  for (const line of told) console.log(JSON.stringify(line))
})
