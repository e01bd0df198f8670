// An invented building on 2022-04-20 for drawing the resident pages: 工人新村 11 号楼. Never part of the build.
import type { Case, Place } from '../src/h5/api'

export const PLACE: Place = {
  code: 'GRXC-11-4', today: '2022-04-20', estate: '工人新村', building: '11 号楼', stairwells: ['1', '2', '3', '4'], households: 48, street: '北园街道',
  now: { activity: { zh: '屋顶平改坡', en: 'Pitched roof' }, state: 'ON_TIME', since: '2022-04-11', until: '2022-05-12' },
  outages: [
    { day: '2022-04-21', service: 'WATER', from: '08:30:00', to: '11:30:00' },
    { day: '2022-04-22', service: 'POWER', from: '09:00:00', to: '15:00:00' },
  ],
  steps: [
    { name: { zh: '进场', en: 'Start' }, date: '2022-02-18', state: 'DONE' }, { name: { zh: '拆违', en: 'Clearing' }, date: '2022-04-08', state: 'DONE' },
    { name: { zh: '屋顶', en: 'Roof' }, date: '2022-05-12', state: 'NOW' }, { name: { zh: '墙和管', en: 'Walls, pipes' }, date: '2022-08-19', state: 'NEXT' },
    { name: { zh: '完工', en: 'Finish' }, date: '2022-09-16', state: 'NEXT' },
  ],
  reception: [{ name: '工人新村居民接待点', phone: '0513-85500110', place: '南大门内左手第一间', hours: { zh: '今天 8:30–17:30', en: 'Today 8:30–17:30' } }],
  classes: [
    { code: 'PARKING', zh: '停车', en: 'Parking' }, { code: 'CHARGING', zh: '充电', en: 'Charging' }, { code: 'PIPES', zh: '管网', en: 'Pipes' },
    { code: 'LEAK', zh: '漏雨', en: 'Leak' }, { code: 'NOISE', zh: '噪音', en: 'Noise' }, { code: 'WORKS_QUALITY', zh: '施工质量', en: 'Works' }, { code: 'OTHER', zh: '其他', en: 'Other' },
  ],
  keptMonths: 24,
}

const picture = (inner: string) => `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 110 100"><rect width="110" height="100" fill="#e9e4da"/><path d="M0 0h110v34H0z" fill="#f6f3ec"/>${inner}</svg>`)}`
const BEFORE = picture('<ellipse cx="58" cy="24" rx="34" ry="13" fill="#c9a36a" opacity=".65"/><ellipse cx="56" cy="22" rx="19" ry="7" fill="#a57a40" opacity=".6"/><path d="M52 32v26M60 34v18M46 30v14" stroke="#a5824f" stroke-width="2.5" opacity=".7"/>')
const POUR = picture('<path d="M8 62 55 22l47 40v38H8z" fill="#5b7a99"/><path d="M8 62 55 22l47 40" fill="none" stroke="#2d4a66" stroke-width="4"/><path d="M24 8v22M40 4v18M56 2v14M72 4v18M88 8v22" stroke="#6fa8d6" stroke-width="2.5" stroke-dasharray="5 4"/>')
const AFTER = picture('<path d="M0 34h110" stroke="#d8d2c4" stroke-width="3"/><circle cx="30" cy="18" r="8" fill="#fff" stroke="#d8d2c4"/><path d="M70 48h28v36H70z" fill="#cfe0ea" stroke="#b9c6cf"/>')

export const LEAK = (): Case => ({
  number: 'SQ-20220413-0057', title: '客厅顶渗水', state: 'REPLIED', words: { zh: '已经答复，等您说修好没有。', en: 'Answered. Please say whether it is fixed.' }, place: '11 号楼',
  clock: { usedDays: 5, limitDays: 15, due: '2022-05-06', arithmetic: { zh: '15 个工作日：4月24日补班算，五一放假不算', en: '15 working days: 24 Apr (make-up day) counts, the May holiday does not' }, stopped: false },
  timeline: [
    { at: '2022-04-13T16:42:00+08:00', words: { zh: '您反映，接待点 23 分钟后受理', en: 'You reported it; accepted 23 minutes later' }, by: { zh: '接待点值班员', en: 'reception clerk' }, kind: 'ACCEPT' },
    { at: '2022-04-14T09:20:00+08:00', words: { zh: '监理上门查看，先盖防雨布', en: 'The supervisor came and had it covered' }, by: { zh: '监理、社区网格员', en: 'supervisor, grid worker' }, kind: 'HANDLE' },
    { at: '2022-04-19T16:30:00+08:00', words: { zh: '答复：已修好', en: 'Answer: repaired' }, by: { zh: '一标段施工项目部', en: 'site office, section 1' }, kind: 'REPLY' },
  ],
  reply: {
    text: '拆违时碰破了旧防水层，是我们的责任。已重铺 6 平方米，淋水 2 小时不渗。', at: '2022-04-19T16:30:00+08:00', by: { zh: '一标段施工项目部', en: 'site office, section 1' },
    photos: [{ id: 'p1', url: BEFORE, caption: { zh: '修前 4-14', en: 'before 04-14' } }, { id: 'p2', url: POUR, caption: { zh: '淋水 4-19', en: 'test 04-19' } }, { id: 'p3', url: AFTER, caption: { zh: '修后 4-19', en: 'after 04-19' } }],
    proof: { zh: '监理已签字 · 防水保修 5 年', en: 'Signed by the supervisor · 5 years warranty' },
  },
  mayConfirm: true, mayReopen: false, reopened: 0, reception: { name: '工人新村社区', phone: '0513-85500110' }, ticket: 'ticket-SQ-20220413-0057',
})
