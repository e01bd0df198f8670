import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '操作留痕', nav: '留痕', entries: '操作记录', note: '每一步操作与其数据同一事务写入，一秒内封存成链', head: '链头', headNote: '封存到第 {seq} 条 · {at}', verify: '整链校验', verifying: '正在校验…',
    ok: '校验通过：{n} 条，没有改动、缺失或乱序', bad: '发现 {n} 处异常', badNote: '共检查 {n} 条', copyHead: '复制链头', seq: '序号', at: '时间', who: '操作人', byToken: '经接口令牌', act: '操作', subject: '对象', facts: '内容', sealed: '封存', yes: '已封存', soon: '待封存',
    allActs: '全部操作', from: '从', to: '到', filter: '筛选', empty: '没有符合条件的记录', emptyHint: '换一个时间段或操作类型。', system: '系统', hash: '哈希', kind: '异常', message: '说明', details: '第 {seq} 条', exported: '链头应定期抄送到平台之外保存；校验时以外部留存的链头为准，可发现末尾被截断。',
    evidence: {
      title: '证据核验', start: '全部核验', running: '正在核验：{n} / {m} 件', progress: '核验进度', begun: '{at} 由{by}开始', leave: '可以离开本页，核验在后台继续', failed: '上次核验中断，请重新开始', never: '还没有核验过', neverHint: '点“全部核验”：逐件重算指纹，并与登记、封存和留痕链对照。',
      ok: '核验通过：{n} 件全部与上传时一致', okHint: '文件、登记、封存和留痕链逐件相符，没有缺失。', bad: '{n} 件与上传时不一致（共核验 {m} 件）', badHint: '原件缺失或被改动的，可按 SHA-256 从备份中找回；登记被改动的，以留痕链中的记录为准。', ended: '{at} 完成，{by}发起', findings: '证据核验异常', file: '文件', estate: '小区', sent: '上传', link: '留痕序号', unnamed: '登记已不在', PHOTO: '照片', DOCUMENT: '文件', withdrawn: '已撤回',
      before: '历次核验', beforeNote: '最近 10 次', by: '发起人', checked: '核验件数', see: '看结果', seen: '见上', outcome: { running: '进行中', failed: '中断', bad: '{n} 件异常', ok: '全部一致' },
    },
    CHANGED: '内容被改', DELETED: '记录缺失', REORDERED: '次序被改', CUT_TAIL: '末尾被截断', UNSEALED: '长时间未封存',
  },
  en: {
    title: 'Audit trail', nav: 'Audit', entries: 'Entries', note: 'every act is written in its own transaction and chained within a second', head: 'Head of the chain', headNote: 'sealed up to no. {seq} · {at}', verify: 'Verify the whole chain', verifying: 'Verifying…',
    ok: 'Verified: {n} entries, nothing changed, missing or reordered', bad: '{n} faults found', badNote: '{n} entries checked', copyHead: 'Copy the head', seq: 'No.', at: 'When', who: 'Who', byToken: 'By an API token', act: 'Act', subject: 'Subject', facts: 'Facts', sealed: 'Seal', yes: 'Sealed', soon: 'Pending',
    allActs: 'All acts', from: 'From', to: 'To', filter: 'Filter', empty: 'No entries match', emptyHint: 'Try another period or act.', system: 'System', hash: 'Hash', kind: 'Fault', message: 'What it says', details: 'Entry no. {seq}', exported: 'Copy the head to places outside the platform regularly; checked against such a copy, a cut-off tail is found.',
    evidence: {
      title: 'Evidence check', start: 'Verify all', running: 'Verifying: {n} of {m}', progress: 'How far the verification is', begun: 'begun {at} by {by}', leave: 'you may leave this page; it goes on', failed: 'The last verification broke off; start it again', never: 'Nothing was verified yet', neverHint: '“Verify all” hashes every file again and holds it against record, seal and audit chain.',
      ok: 'Verified: all {n} items are as they came in', okHint: 'File, record, seal and audit chain agree for every item, and none is missing.', bad: '{n} of {m} items verified are not as they came in', badHint: 'A missing or changed original can be found in a backup by its SHA-256; where the record was changed, the audit chain’s counts.', ended: 'ended {at}, begun by {by}', findings: 'Findings about evidence', file: 'File', estate: 'Estate', sent: 'Sent by', link: 'Audit no.', unnamed: 'record gone', PHOTO: 'photo', DOCUMENT: 'document', withdrawn: 'withdrawn',
      before: 'Verifications', beforeNote: 'the last 10', by: 'Begun by', checked: 'Items', see: 'See findings', seen: 'shown above', outcome: { running: 'running', failed: 'broke off', bad: '{n} findings', ok: 'all as they came in' },
    },
    CHANGED: 'Changed', DELETED: 'Missing', REORDERED: 'Reordered', CUT_TAIL: 'Tail cut off', UNSEALED: 'Unsealed too long',
  },
})
