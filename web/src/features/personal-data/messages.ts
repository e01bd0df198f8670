import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '个人信息与安全规则', nav: '个人信息', register: '个人信息登记', registerNote: '{n} 个字段，{m} 张表；另有 {free} 张表逐列看过，不含个人信息',
    search: '查找表、字段或内容', table: '数据表', column: '字段', what: '内容', purpose: '目的', basis: '法律依据', retention: '保留期限', mask: '脱敏', days: '{n} 天', free: '不含个人信息的表', none: '没有找到', noneHint: '换一个词。',
    rules: '安全规则', rulesNote: '每晚 03:20 自动抹除到期信息，并留下证明', set: '设置', setTitle: '设置“{name}”', value: '数值', range: '{least} 至 {most}', confirmHint: '保存即视为已确认，不再标注待确认。', saved: '已保存。', source: '依据', lastErased: '最近抹除', never: '尚未运行', notErased: '–', erased: '抹除 {n} 条，剩余 {left} 条', leftOver: '应抹未抹 {n} 条',
    unit: { DAYS: '{n} 天', TIMES_A_DAY: '每天 {n} 次', LETTERS: '至少 {n} 个字', SECONDS: '{n} 秒' },
    rule: { RETAIN_DISABLED_PERSON: '停用账户的姓名、电话', RETAIN_OWNER: '产权人姓名、电话', RETAIN_SIGN_IN_ATTEMPT: '登录失败记录', RETAIN_ONE_TIME_LINK: '一次性链接', RETAIN_LINK_REQUEST: '口令链接申请', RETAIN_REVEAL: '查看明文的记录', REVEALS_A_DAY: '每人每天查看明文', REVEAL_REASON: '查看事由', REVEAL_SHOWN: '明文显示时间' },
    reveals: { title: '查看明文记录', nav: '查看明文', note: '只记谁在何时为何事看了哪一项，不留所看内容', at: '时间', person: '人员', place: '对象', area: '区域', fields: '字段', usual: '类别', reason: '事由', empty: '还没有人查看过明文', emptyHint: '街道、社区查看产权人信息后，这里逐条列出。', all: '全部人员', only: '只看“{name}”', field: { name: '姓名', phone: '电话', door: '房号' } },
    reveal: { act: '查看', title: '查看 {door} 的明文', hint: '查看会留痕：您的姓名、时间和事由由审计员可见。', usual: '为什么', reason: '具体事由', reasonHint: '如：联系安排入户测量', confirm: '查看明文', shown: '{n} 秒后自动隐藏', left: '今天还可查看 {n} 次', hide: '隐藏', nothing: '没有登记', choose: '请选择' },
  },
  en: {
    title: 'Personal data and security rules', nav: 'Personal data', register: 'Register of personal data', registerNote: '{n} columns of {m} tables; {free} more tables were looked at column by column and hold none',
    search: 'Table, column or content', table: 'Table', column: 'Column', what: 'What', purpose: 'Purpose', basis: 'Lawful basis', retention: 'Retention', mask: 'Masking', days: '{n} days', free: 'Tables without personal data', none: 'Nothing found', noneHint: 'Try another word.',
    rules: 'Security rules', rulesNote: 'What is overdue is erased every night at 03:20, with a proof', set: 'Set', setTitle: 'Set “{name}”', value: 'Value', range: '{least} to {most}', confirmHint: 'Saving confirms it; the flag goes.', saved: 'Saved.', source: 'Source', lastErased: 'Last erased', never: 'Not yet', notErased: '–', erased: '{n} erased, {left} left', leftOver: '{n} should have gone',
    unit: { DAYS: '{n} days', TIMES_A_DAY: '{n} a day', LETTERS: 'at least {n} characters', SECONDS: '{n} seconds' },
    rule: { RETAIN_DISABLED_PERSON: 'Names and telephones of disabled accounts', RETAIN_OWNER: 'Names and telephones of owners', RETAIN_SIGN_IN_ATTEMPT: 'Failed sign-ins', RETAIN_ONE_TIME_LINK: 'One-time links', RETAIN_LINK_REQUEST: 'Asked-for password links', RETAIN_REVEAL: 'Records of looks in clear', REVEALS_A_DAY: 'Looks in clear of a person', REVEAL_REASON: 'Reason for a look', REVEAL_SHOWN: 'How long a value is shown' },
    reveals: { title: 'Looks at values in clear', nav: 'Looks in clear', note: 'Who, when, which value and why; what was seen is not kept', at: 'When', person: 'Person', place: 'What', area: 'Area', fields: 'Values', usual: 'Kind', reason: 'Reason', empty: 'Nobody has looked yet', emptyHint: 'Looks of streets and communities at owners are listed here, one by one.', all: 'Everybody', only: 'Only “{name}”', field: { name: 'name', phone: 'telephone', door: 'door' } },
    reveal: { act: 'Show', title: '{door} in clear', hint: 'A look is on record: the auditor sees your name, the time and the reason.', usual: 'Why', reason: 'In your words', reasonHint: 'Such as: arranging to measure the flat', confirm: 'Show in clear', shown: 'Hidden again in {n} s', left: '{n} looks left today', hide: 'Hide', nothing: 'not on record', choose: 'Choose one' },
  },
})
