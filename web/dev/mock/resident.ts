import type { Case, NewAppeal, Receipt } from '../../src/h5/api'
import type { Handlers } from '../mock'
import { LEAK, PLACE } from '../resident'

// Known at the start: SQ-20220413-0057 with the phone 13800006021. A text with 已修 in it is answered at once, to try the verdict.
const cases = new Map<string, { key: string; found: Case }>([['SQ-20220413-0057', { key: '13800006021', found: LEAK() }]])
const handed = new Map<string, Receipt>()
const problem = (status: number, code: string, detail: string, detailEn: string) => ({ status, code, detail, detailEn })
const now = () => new Date('2022-04-20T10:20:00+08:00').toISOString()

/** The part `appeal` of a multipart body. */
const said = (body: unknown) => JSON.parse(/name="appeal"[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(String(body))![1]!) as NewAppeal

function opened(number: string, appeal: NewAppeal): Case {
  const leak = LEAK()
  const quick = appeal.text.includes('已修')
  return {
    ...leak, number, title: appeal.text.slice(0, 12) || '照片反映', place: appeal.stairwell ? `11 号楼 ${appeal.stairwell} 单元` : '11 号楼', ticket: `ticket-${number}`,
    ...(quick ? {} : { state: 'RECEIVED' as const, words: { zh: '接待点还没看到，最晚明天上午受理。', en: 'Not seen yet; accepted by tomorrow morning.' }, reply: null, mayConfirm: false }),
    clock: { ...leak.clock!, usedDays: 0, due: '2022-05-13', arithmetic: { zh: '15 个工作日：4月24日、5月7日补班算，五一放假不算', en: '15 working days: the make-up days 24 Apr and 7 May count, the May holiday does not' } },
    timeline: [{ at: now(), words: { zh: '您反映，已收到', en: 'You reported it; received' }, by: { zh: '居民页面', en: 'resident page' }, kind: 'RECEIVE' }, ...(quick ? leak.timeline.slice(2) : [])],
  }
}

export default {
  'GET /api/resident/places/{code}': ({ path }) => {
    if (!path.code!.startsWith('GRXC-11')) throw problem(404, 'appeal.place-unknown', '没有这个楼门口的编号。', 'There is no such code.')
    return { ...PLACE, code: path.code, ...(path.code!.endsWith('quiet') ? { now: null, outages: [] } : {}) }
  },
  'POST /api/resident/appeals': ({ body, headers }) => {
    const key = String(headers['idempotency-key'])
    const before = handed.get(key)
    if (before) return before
    const appeal = said(body)
    if (!appeal.consent) throw problem(422, 'appeal.consent-missing', '要先同意怎么用这些内容。', 'Consent is missing.')
    const number = `SQ-20220420-${String(112 + handed.size).padStart(4, '0')}`
    const receipt: Receipt = { number, acceptBy: '2022-04-21T10:20:00+08:00', replyBy: '2022-05-13T17:30:00+08:00', words: { zh: '漏雨是急事，接待点会先打电话给您。', en: 'A leak is urgent; the reception point will call you first.' }, lookupCode: appeal.phone ? null : '604 271' }
    if (appeal.classCode !== 'LEAK') receipt.words = { zh: '24 小时内受理。', en: 'Accepted within 24 hours.' }
    handed.set(key, receipt)
    cases.set(number, { key: appeal.phone ?? receipt.lookupCode!, found: opened(number, appeal) })
    return receipt
  },
  'POST /api/resident/status': ({ body }) => {
    const { number, phone } = body as { number: string; phone: string }
    const one = cases.get(number)
    if (!one || one.key.replace(/\D/g, '') !== phone.replace(/\D/g, '')) throw problem(404, 'appeal.status-unknown', '没有查到。', 'Nothing found.')
    return one.found
  },
  'POST /api/resident/confirmations': ({ body }) => {
    const { ticket, satisfied, words } = body as { ticket: string; satisfied: boolean; words?: string }
    const one = [...cases.values()].find((c) => c.found.ticket === ticket)
    if (!one) throw problem(403, 'appeal.ticket-expired', '页面开久了。', 'The ticket has expired.')
    const c = one.found
    one.found = {
      ...c, state: satisfied ? 'CLOSED' : 'REOPENED', mayConfirm: false, mayReopen: satisfied, reopened: c.reopened + (satisfied ? 0 : 1),
      words: satisfied ? { zh: '您说满意，已办结。', en: 'You are satisfied; closed.' } : { zh: '已退回重办，接待点今天会联系您。', en: 'Sent back; the reception point will contact you today.' },
      clock: { ...c.clock!, ...(satisfied ? { stopped: true } : { usedDays: 0, due: '2022-05-13', stopped: false }) },
      timeline: [...c.timeline, { at: now(), words: satisfied ? { zh: '您说满意，办结', en: 'You are satisfied; closed' } : { zh: `您说没修好，退回重办${words ? `：“${words}”` : ''}`, en: `You say it is not fixed; reopened${words ? `: “${words}”` : ''}` }, by: { zh: '您', en: 'you' }, kind: satisfied ? 'CLOSE' : 'REFUSE' }],
    }
    return one.found
  },
} satisfies Handlers
