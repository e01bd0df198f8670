import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '操作留痕', nav: '留痕', entries: '操作记录', note: '每一步操作与其数据同一事务写入，一秒内封存成链', head: '链头', headNote: '封存到第 {seq} 条 · {at}', verify: '整链校验', verifying: '正在校验…',
    ok: '校验通过：{n} 条，没有改动、缺失或乱序', bad: '发现 {n} 处异常', badNote: '共检查 {n} 条', copyHead: '复制链头', seq: '序号', at: '时间', who: '操作人', byToken: '经接口令牌', act: '操作', subject: '对象', facts: '内容', sealed: '封存', yes: '已封存', soon: '待封存',
    allActs: '全部操作', from: '从', to: '到', filter: '筛选', empty: '没有符合条件的记录', emptyHint: '换一个时间段或操作类型。', system: '系统', hash: '哈希', kind: '异常', message: '说明', details: '第 {seq} 条', exported: '链头应定期抄送到平台之外保存；校验时以外部留存的链头为准，可发现末尾被截断。',
    CHANGED: '内容被改', DELETED: '记录缺失', REORDERED: '次序被改', CUT_TAIL: '末尾被截断', UNSEALED: '长时间未封存',
  },
  en: {
    title: 'Audit trail', nav: 'Audit', entries: 'Entries', note: 'every act is written in its own transaction and chained within a second', head: 'Head of the chain', headNote: 'sealed up to no. {seq} · {at}', verify: 'Verify the whole chain', verifying: 'Verifying…',
    ok: 'Verified: {n} entries, nothing changed, missing or reordered', bad: '{n} faults found', badNote: '{n} entries checked', copyHead: 'Copy the head', seq: 'No.', at: 'When', who: 'Who', byToken: 'By an API token', act: 'Act', subject: 'Subject', facts: 'Facts', sealed: 'Seal', yes: 'Sealed', soon: 'Pending',
    allActs: 'All acts', from: 'From', to: 'To', filter: 'Filter', empty: 'No entries match', emptyHint: 'Try another period or act.', system: 'System', hash: 'Hash', kind: 'Fault', message: 'What it says', details: 'Entry no. {seq}', exported: 'Copy the head to places outside the platform regularly; checked against such a copy, a cut-off tail is found.',
    CHANGED: 'Changed', DELETED: 'Missing', REORDERED: 'Reordered', CUT_TAIL: 'Tail cut off', UNSEALED: 'Unsealed too long',
  },
})
