import { expect, type Page } from '@playwright/test'
import { send } from './people'
import { register } from './workbook'

/**
 * What opens over a screen or takes its place: drawers, dialogs, forms, confirmations, empty and faulty states. Found by what the
 * platform draws and not by its words, so that every language and width takes the same way. Nothing here stays.
 */
export interface Opened {
  name: string
  role: string
  path: (page: Page) => Promise<string> | string
  /** In order, on the one page; each leaves the screen as `look` is to see it. */
  steps: { name: string; open: (page: Page) => Promise<void> }[]
}

const json = async (page: Page, path: string) => (await page.request.get(path)).json()
const year = async (page: Page) => (await json(page, '/api/programmes')).find((p: { year: number }) => p.year === 2022)
const part = (name: string) => async (page: Page) => `/programme/${(await year(page)).id}/${name}`
const dialog = (page: Page) => page.locator('dialog[open]')
/** The last one that opened is there and has what it asked the platform for. */
async function there(page: Page): Promise<void> {
  await expect(dialog(page)).toBeVisible()
  await expect(page.locator('.loading')).toHaveCount(0)
}
async function shut(page: Page): Promise<void> {
  // One may have opened over another, or be shown again when the one after it goes.
  await expect(async () => {
    if (await dialog(page).count()) await page.keyboard.press('Escape')
    expect(await dialog(page).count()).toBe(0)
  }).toPass({ timeout: 10_000, intervals: [200] })
}
/** Presses what no word names in both languages. */
const press = (where: string, after?: (page: Page) => Promise<void>) => async (page: Page) => {
  if (await dialog(page).count()) await shut(page)
  await page.locator(where).first().click()
  await (after ?? there)(page)
}
/** What a phone does not offer; there the step before is looked at once more. */
const wide = (open: (page: Page) => Promise<void>) => async (page: Page) => {
  if (page.viewportSize()!.width >= 720) await open(page)
}
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const upload = (faulty: boolean) => async (page: Page) => {
  const street = (await json(page, '/api/streets'))[0].name
  await page.goto('/estates/import')
  await page.locator('input[type=file]').setInputFiles({ name: faulty ? 'faulty.xlsx' : 'sound.xlsx', mimeType: MIME, buffer: register(street, `L${Date.now().toString(36).slice(-5)}`, faulty) })
  await expect(page.locator(`.outcome.${faulty ? 'FAULTY' : 'READY'}`)).toBeVisible()
}
const discard = async (page: Page) => {
  await page.locator('.outcome .btn:not(.primary)').first().click()
  await expect(page.locator('.outcome')).toHaveCount(0)
  await expect(page.locator('.drop')).toBeVisible()
}
const NOWHERE = '0192f4aa-0000-7000-8000-000000000000'

export const OPENED: Opened[] = [
  { name: 'battle chart', role: 'PLANNER', path: async (page) => `/battle-chart?programme=${(await year(page)).id}`, steps: [
    { name: 'the drawer of a late cell', open: press('.mark.LATE') },
    { name: 'no project matches', open: async (page) => { await shut(page); await page.locator('input[type=search]').fill('没有这个'); await expect(page.locator('.main .mark')).toHaveCount(0) } },
  ] },
  { name: 'command causes', role: 'PLANNER', path: () => '/command/causes', steps: [
    { name: 'where a cause acts', open: async (page) => { await page.locator('.groups .btn').first().click(); await expect(page.locator('.items tbody tr').first()).toBeVisible() } },
    { name: 'the drawer of an endangered node', open: press('.items .nodes .link') },
  ] },
  { name: 'command league', role: 'PLANNER', path: () => '/command/league', steps: [{ name: 'the rows behind a component', open: press('.league button.cell') }] },
  { name: 'command kpis', role: 'PLANNER', path: () => '/command/kpis', steps: [{ name: 'the rows behind a figure', open: press('button.leaf') }] },
  { name: 'command dimensions', role: 'PLANNER', path: () => '/command/dimensions', steps: [
    { name: 'the projects of a street', open: async (page) => { await page.locator('tbody th .link').first().click(); await expect(page.locator('.card-head .end button.btn')).toBeVisible() } },
    { name: 'the rows behind a dimension', open: press('button.cell') },
  ] },
  { name: 'command statistics', role: 'PLANNER', path: () => '/command/statistics', steps: [{ name: 'the rows behind a cell', open: press('button.n') }] },
  { name: 'command rules', role: 'PLANNER', path: () => '/command/rules', steps: [{ name: 'the form of a rule', open: press('tbody .btn.small') }] },
  { name: 'command walls', role: 'PLANNER', path: () => '/command/walls', steps: [{ name: 'the form of a link', open: press('.card-head .btn.primary') }] },
  { name: 'reception', role: 'RECEPTION_CLERK', path: () => '/reception', steps: [
    { name: 'answering one who waits', open: press('.queue .row .mini') },
    { name: 'the form with what is missing', open: async (page) => {
      await shut(page)
      await page.locator('.left .bar .btn').click()
      await page.locator('.sends .main').click()
      await expect(page.locator('.still')).toBeVisible()
    } },
    { name: 'a building, and what can be said of it', open: async (page) => {
      await page.locator('.pad .num').first().click()
      await page.locator('.classes label').nth(3).click()
      if (page.viewportSize()!.width < 960) await page.locator('.onlyphone').click()
      await expect(page.locator('.right .facts, .right .warn').first()).toBeVisible()
      await page.locator('.right .say').fill('已经在修')
      await page.locator('.right .time').last().click()
    } },
  ] },
  { name: 'reception points', role: 'COMMUNITY_OFFICER', path: () => '/reception/points', steps: [
    { name: 'the form of a point', open: press('.facts .end button') },
    { name: 'a week of the roster at work', open: async (page) => { await shut(page); await page.locator('.card-head .btn.primary').first().click(); await expect(page.locator('.line').first()).toBeVisible() } },
  ] },
  { name: 'evidence', role: 'PLANNER', path: async (page) => `/evidence?estate=${(await json(page, '/api/evidence?limit=1')).items[0].estateId}`, steps: [
    { name: 'one photo with all that is on record', open: press('.strip.large .thumb') },
    { name: 'its verification', open: async (page) => { await page.locator('dialog[open] footer .primary').click(); await expect(page.locator('dialog[open] .good')).toBeVisible() } },
    { name: 'sending', open: press('.acts .primary') },
    { name: 'two photos become a pair', open: async (page) => {
      if (await dialog(page).count()) await shut(page)
      await page.locator('.pairing').first().click() // as the one before; the others are then offered as the one after
      await press('.pairing')(page)
    } },
    { name: 'nothing sent yet', open: async (page) => { await shut(page); await page.locator('input[type=date]').first().fill('2035-01-01'); await expect(page.locator('.empty').filter({ hasText: /还没有照片和文件|No photos or files yet/ })).toBeVisible() } },
  ] },
  { name: 'utility requests', role: 'PLANNER', path: () => '/utilities/requests', steps: [
    { name: 'a request', open: press('tbody tr a') },
    { name: 'asking', open: press('.acts .primary') },
  ] },
  { name: 'utility rules', role: 'PLANNER', path: () => '/utilities/rules', steps: [
    { name: 'the form of a rule', open: press('.card:nth-of-type(1) tbody .btn') },
    { name: 'a day of an examination', open: press('.card-head .end .btn') },
  ] },
  { name: 'conditions of gates', role: 'PLANNER', path: () => '/gates/conditions', steps: [
    { name: 'a condition another module states', open: press('.gate ol li:first-child .acts .btn:nth-child(3)') },
    { name: 'a new condition', open: press('.card-head .end .btn') },
    { name: 'retiring', open: press('.acts .btn:nth-child(4):not(:disabled)') },
  ] },
  { name: 'outage notices', role: 'PLANNER', path: () => '/utilities/notices?state=DUE', steps: [{ name: 'noting that a sheet hangs', open: press('td .btn.small') }] },
  { name: 'timetable', role: 'PLANNER', path: async (page) => {
    const programme = await year(page)
    const { activities } = await json(page, `/api/programmes/${programme.id}/timetable`)
    const running = activities.find((a: { started: boolean; percent: number; state: string }) => a.started && a.percent < 100 && a.state === 'LATE') ?? activities.find((a: { started: boolean; percent: number }) => a.started && a.percent < 100)
    return `/timetable?programme=${programme.id}&focus=${running.id}`
  }, steps: [
    { name: 'why a bar stands where it does', open: async (page) => { await expect(page.locator('aside.why .report')).toBeVisible(); await expect(page.locator('aside.why section').first()).toBeVisible() } },
    { name: 'the progress dialog', open: press('aside.why .report') },
    { name: 'what must start today', open: async (page) => { await shut(page); await page.locator('aside.why header .btn').click(); await page.locator('.acts .btn').first().click(); await there(page) } },
    { name: 'what a draft begins with', open: press('.acts .try') },
  ] },
  { name: 'draft', role: 'PLANNER', path: async (page) => {
    const programme = await year(page)
    const table = await json(page, `/api/programmes/${programme.id}/timetable`)
    const open = table.activities.find((a: { started: boolean; state: string; crews: unknown[] }) => !a.started && a.state !== 'DONE' && a.crews.length > 0)
    const until = new Date(Date.parse(table.dataDate) + 6 * 86_400_000).toISOString().slice(0, 10)
    const draft = await send(page, 'POST', `/api/programmes/${programme.id}/drafts`, { name: '下雨一周，补做坡道', edits: [
      { kind: 'RAIN', from: table.dataDate, until }, { kind: 'ADD', activity: open.id, extra: { name: '无障碍坡道', days: 8, outdoor: true } },
    ] })
    return `/timetable?programme=${programme.id}&draft=${draft.id}&focus=${draft.outcome.added[0].id}`
  }, steps: [
    { name: 'the band, and work that it adds', open: async (page) => { await expect(page.locator('section.band .facts li').first()).toBeVisible(); await expect(page.locator('aside.why')).toBeVisible() } },
    { name: 'what differs', open: async (page) => { await page.locator('aside.why header .btn').click(); await page.locator('section.band .acts .btn').first().click(); await there(page) } },
    { name: 'what it changes', open: wide(press('section.band .edit')) },
    { name: 'the question before it is adopted', open: wide(press('section.band .adopt')) },
    { name: 'the question before it is thrown away', open: wide(press('section.band .discard')) },
    { name: 'thrown away', open: async (page) => {
      await shut(page)
      await send(page, 'DELETE', `/api/drafts/${new URL(page.url()).searchParams.get('draft')}`)
      await page.goto('/timetable')
      await expect(page.locator('.loading')).toHaveCount(0)
    } },
  ] },
  { name: 'projects', role: 'PLANNER', path: async (page) => `/programme/${(await year(page)).id}/projects`, steps: [
    { name: 'the form of a project', open: press('tbody tr .btn.icon >> nth=0') },
    { name: 'the question before it is removed', open: press('tbody tr .btn.icon >> nth=1') },
    { name: 'projects carried over from the year before', open: press('.tools .btn >> nth=0') },
    { name: 'estates to be taken into the year', open: press('.tools .btn >> nth=1') },
    { name: 'a new project', open: press('.tools .btn >> nth=2') },
    { name: 'a new year', open: press('.head .acts .btn') },
  ] },
  { name: 'nodes', role: 'PLANNER', path: part('nodes'), steps: [{ name: 'the form of a node', open: press('tbody .btn.icon') }] },
  { name: 'template', role: 'PLANNER', path: part('template'), steps: [
    { name: 'the form of an activity', open: press('tbody tr .btn.icon >> nth=0') },
    { name: 'the question before an activity is removed', open: press('tbody tr .btn.icon >> nth=1') },
    { name: 'a new activity', open: press('.card-head .end button.btn') },
  ] },
  { name: 'crews', role: 'PLANNER', path: part('crews'), steps: [
    { name: 'the form of a crew, with a change', open: async (page) => { await press('tbody tr .btn.icon >> nth=0')(page); await dialog(page).locator('form .btn.small').click() } },
    { name: 'the question before a crew is removed', open: press('tbody tr .btn.icon >> nth=1') },
    { name: 'a new crew', open: press('.card-head .end button.btn') },
  ] },
  { name: 'rules of the year', role: 'PLANNER', path: part('rules'), steps: [{ name: 'the form of the rules', open: press('.card-head .end button.btn') }] },
  { name: 'estate', role: 'PLANNER', path: async (page) => `/estates/${(await json(page, '/api/estates?limit=1')).items[0].id}`, steps: [
    { name: 'the form of an estate', open: press('.acts .btn.primary') },
    { name: 'a new building', open: press('.card-head button.btn') },
    { name: 'the question before a building is removed', open: press('tbody tr .btn.icon >> nth=1') },
  ] },
  { name: 'gate checklist', role: 'PLANNER', path: async (page) => `/gates/${(await json(page, `/api/programmes/${(await year(page)).id}/weekly-reports`)).rows[0].projectId}`, steps: [
    { name: 'what is stated of a condition', open: press('.gate .acts .btn') },
  ] },
  { name: 'weekly', role: 'PLANNER', path: async (page) => `/weekly?programme=${(await year(page)).id}`, steps: [
    { name: 'how a problem was settled', open: press('.needs .btn') },
  ] },
  { name: 'score sheet', role: 'PLANNER', path: async (page) => `/programme/${(await year(page)).id}/size`, steps: [
    { name: 'the sheet of a project', open: press('tbody .btn.small') },
    { name: 'facts for the sheet', open: async (page) => { await page.locator('dialog[open] footer .btn.primary').click(); await there(page) } },
    { name: 'a revision of the sheet', open: press('.sheet .btn.small') },
  ] },
  { name: 'budget', role: 'PLANNER', path: async (page) => `/budget/${(await json(page, `/api/programmes/${(await year(page)).id}/weekly-reports`)).rows[0].projectId}`, steps: [
    { name: 'a contract', open: press('.columns .card-head > .btn.small') },
    { name: 'an entry of the ledger', open: press('.columns .card-head .row .btn.small') },
  ] },
  { name: 'menu of works', role: 'PLANNER', path: async (page) => `/estates/${(await json(page, '/api/estates?limit=1')).items[0].id}/works`, steps: [
    { name: 'the form of a work', open: press('tbody tr .btn.icon') },
  ] },
  { name: 'history', role: 'PLANNER', path: async (page) => `/estates/${(await json(page, '/api/estates?limit=1')).items[0].id}`, steps: [
    { name: 'the question before a correction is taken back', open: press('ol li .btn.icon') },
  ] },
  { name: 'building', role: 'PLANNER', path: async (page) => `/buildings/${(await json(page, `/api/estates/${(await json(page, '/api/estates?limit=1')).items[0].id}/buildings`))[0].id}`, steps: [
    { name: 'the form of a household', open: press('tbody tr .btn.icon') },
  ] },
  { name: 'import', role: 'PLANNER', path: () => '/estates/import', steps: [
    { name: 'a workbook with faults', open: upload(true) },
    { name: 'a workbook ready to be adopted', open: async (page) => { await discard(page); await upload(false)(page) } },
    { name: 'no import running', open: discard },
  ] },
  { name: 'people', role: 'ADMINISTRATOR', path: () => '/people', steps: [
    { name: 'the panel of a person', open: press('tbody .link') },
    { name: 'a new person', open: press('.acts .btn.primary') },
    { name: 'a list of people from a workbook', open: press('.card-head .end button.btn') },
  ] },
  { name: 'organisations', role: 'ADMINISTRATOR', path: () => '/people/organisations', steps: [
    { name: 'an organisation', open: press('tbody .link >> nth=-1') },
    { name: 'a new organisation', open: press('.acts .btn.primary') },
  ] },
  { name: 'offices', role: 'SECURITY_OFFICER', path: () => '/people/appointments?deputies=1', steps: [
    { name: 'the panel of a deputy', open: press('tbody .link') },
    { name: 'the panel of who is away, with the form for a deputy', open: async (page) => {
      await shut(page)
      await page.goto('/people/appointments?role=STREET_OFFICER')
      await press('tbody .link')(page)
      await page.locator('.offices .btn.icon').first().click()
      await expect(page.locator('.offices form')).toBeVisible()
    } },
  ] },
  { name: 'personal data', role: 'SECURITY_OFFICER', path: () => '/personal-data', steps: [{ name: 'a rule', open: press('tbody .btn') }] },
  { name: 'households', role: 'STREET_OFFICER', path: async (page) => {
    const estate = (await json(page, '/api/estates?limit=1')).items[0].id
    return `/buildings/${(await json(page, `/api/estates/${estate}/buildings`))[0].id}`
  }, steps: [{ name: 'why one is to be seen in clear', open: press('tbody .btn.small:has(svg) >> nth=0') }] },
  { name: 'many appeals', role: 'STREET_OFFICER', path: () => '/appeals', steps: [
    { name: 'all chosen', open: async (page) => { await page.locator('.many .all').click(); await expect(page.locator('.many.on')).toBeVisible() } },
    { name: 'accepting them', open: press('.many .btn.small >> nth=0') },
    { name: 'dispatching them', open: press('.many .btn.small >> nth=1') },
    { name: 'answering them', open: press('.many .btn.primary') },
    { name: 'what each would be answered', open: async (page) => {
      await dialog(page).locator('textarea').fill('{编号} {地点} {标题}')
      await dialog(page).locator('input.input').fill('12')
      await dialog(page).locator('footer .primary').click()
      await expect(dialog(page).locator('.drafts')).toBeVisible()
    } },
    { name: 'keeping a view', open: async (page) => {
      await shut(page)
      if (page.viewportSize()!.width < 1000) await page.locator('.toggle').click()
      await press('.keep .btn')(page)
    } },
  ] },
  { name: 'reply templates', role: 'STREET_OFFICER', path: () => '/appeals/templates', steps: [
    { name: 'a new one', open: press('.acts .primary') },
    { name: 'as it will read', open: async (page) => { await dialog(page).locator('textarea').fill('{编号} {地点}'); await dialog(page).locator('.places .btn').first().click(); await expect(dialog(page).locator('.sample')).toBeVisible() } },
  ] },
  { name: 'dispatch board', role: 'APPEAL_CLERK', path: () => '/appeals/board', steps: [
    { name: 'another unit', open: press('.whose .acts .btn:not(.primary)') },
    { name: 'some chosen', open: async (page) => { await shut(page); await page.locator('.board .pick').first().click(); await expect(page.locator('.many')).toBeVisible() } },
  ] },
  { name: 'rules of appeals', role: 'APPEAL_CLERK', path: () => '/appeals/rules', steps: [
    { name: 'a version of a limit', open: press('.limits tbody .acts .btn') },
    { name: 'its next version', open: press('.limits tbody .acts .btn:nth-child(2)') },
    { name: 'a new limit', open: press('.limits .card-head .end button.btn') },
    { name: 'a reason to pause', open: press('.pauses tbody .btn') },
    { name: 'limits that are to come', open: async (page) => { await shut(page); await page.locator('.limits .seg label').nth(1).click(); await expect(page.locator('.limits .chip.brand').first()).toBeVisible() } },
    { name: 'how many are re-checked', open: press('.recheck tbody .btn') },
    { name: 'a new rule', open: press('.explaining .card-head .end .btn') },
    { name: 'removing one', open: press('.explaining tbody .acts .btn:nth-child(2)') },
  ] },
  { name: 'rates of appeals', role: 'APPEAL_CLERK', path: () => '/appeals/rates?from=2022-04-01&to=2022-05-31', steps: [
    { name: 'the cases behind a figure', open: press('.rate .value >> nth=1') },
    { name: 'the cases left out', open: async (page) => { await shut(page); await page.locator('.rate .small button.n').first().click(); await there(page) } },
  ] },
  { name: 'account', role: 'PLANNER', path: () => '/account', steps: [
    { name: 'the question before a second factor is set up', open: press('.factor .btn') },
    { name: 'a new token', open: press('.tokens .card-head .btn') },
  ] },
  { name: 'words of notices', role: 'ADMINISTRATOR', path: () => '/notices/words', steps: [{ name: 'the words of a kind', open: press('tbody .edit') }] },
  // The demo's channels all deliver; what one that does not leaves behind is told in the platform's place.
  { name: 'failed notices', role: 'ADMINISTRATOR', path: async (page) => {
    const failures = ['SMS', 'WECOM'].map((channel, i) => ({
      id: `${NOWHERE.slice(0, -1)}${i + 1}`, titleZh: '工人新村 · 主体完工 由正常转为滞后', titleEn: 'Workers’ Village · Works complete has turned from on time to late', recipient: '李** 街道专员',
      channel, error: 'Connection refused: sms.example.org:443', attempts: 8, at: '2022-04-19T08:00:00Z', failedAt: '2022-04-20T01:30:00Z',
    }))
    await page.route('**/api/notice-failures?*', (route) => route.fulfill({ json: { items: failures, next: null, total: failures.length } }))
    await page.route('**/api/notice-failures', (route) => route.fulfill({ json: { items: failures, next: null, total: failures.length } }))
    return '/notices/failed'
  }, steps: [
    { name: 'what was given up', open: async (page) => { await expect(page.locator('tbody tr')).toHaveCount(2) } },
    { name: 'why one is let go', open: press('tbody .btn.plain') },
  ] },
  { name: 'weekly report', role: 'DELIVERY_AGENT', path: async (page) => {
    const { projectId } = (await json(page, `/api/programmes/${(await year(page)).id}/weekly-reports`)).rows[0]
    const { person } = await json(page, '/api/session')
    const late = { requestId: NOWHERE, week: '2022-04-11', keptAt: '2022-04-17T12:00:00Z', unanswered: true, lines: {}, evidence: [], sent: { week: '2022-04-11', lines: [], note: '', coordination: '', coordinationWith: null, evidence: [] } }
    await page.addInitScript(([key, value]) => localStorage.setItem(key!, value!), [`xingfuli.draft.week.${person.id}.${projectId}.late`, JSON.stringify([late])])
    return `/weekly/${projectId}`
  }, steps: [{ name: 'a week that waits since before Monday', open: async (page) => { await expect(page.locator('.overdue')).toBeVisible() } }] },
  { name: 'audit', role: 'AUDITOR', path: () => '/audit', steps: [{ name: 'an entry', open: press('tbody .link') }] },
  { name: 'nothing there', role: 'PLANNER', path: () => '/estates?q=没有这个小区', steps: [
    { name: 'no estate matches', open: async (page) => { await expect(page.locator('.empty')).toBeVisible() } },
    { name: 'no such estate', open: async (page) => { await page.goto(`/estates/${NOWHERE}`); await expect(page.getByRole('alert')).toBeVisible() } },
    { name: 'no such year on the chart', open: async (page) => { await page.goto(`/battle-chart?programme=${NOWHERE}`); await expect(page.locator('.empty')).toBeVisible() } },
    { name: 'the menu', open: async (page) => { await page.goto('/account'); await page.locator('.more:visible, .who:visible').first().click(); await expect(page.locator('.menu')).toBeVisible() } },
  ] },
]
