import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '周报', nav: '周报', one: '本周周报', week: '{from} 至 {to}', before: '上一周', after: '下一周', running: '本周', over: '已过',
    due: '应报项目', dueNote: '本周有在建或到期工序的项目', reported: '已收到', missing: '未报', open: '待协调', list: '报送情况', listNote: '未报的在前', filter: '筛选项目',
    empty: '这一周没有应报的项目', emptyHint: '有冻结计划且本周有在建或到期工序的项目，会列在这里。',
    column: { project: '项目', street: '街道', agent: '代建单位', state: '状态', at: '报送', lost: '误工', photos: '照片', note: '说明' },
    state: { REPORTED: '已收到', WAITING: '待报', MISSED: '未报', NOTHING_DUE: '本周无事项' }, reports: '{n} 次', report: '填周报', view: '查看', more: '再报一次',
    needs: '待协调事项', needsNote: '等得最久的在前', needsNone: '没有待协调的事项。', waiting: '已等 {n} 天', settle: '办结', settled: '已办结', settleTitle: '这件事怎样解决的？', how: '解决情况', howHelp: '写给报送的人看，例如：燃气公司已排 4 月 25 日。',
    form: {
      lines: '本周工序', linesNote: '{n} 道在建或一周内开工；数字是上次报的，改动的才要点', none: '本周没有在建或即将开工的工序。', noneHint: '仍可写说明或协调事项后报送。', planned: '计划 {n}%', last: '上次 {n}%', lastOn: '{day} 报', never: '未报过', until: '{day} 完成', begins: '{day} 开工',
      less: '{name} 减 5', more: '{name} 加 5', percent: '{name} 完成百分比', lost: '误工', lostLess: '{name} 误工减一天', lostMore: '{name} 误工加一天', days: '{n} 天', reason: '误工原因', why: '为什么比上次低', lostBack: '冲减原因',
      note: '说明', noteHint: '例如：周三小雨停半天，已补回。', needsOthers: '需要协调', needsNone: '没有', needsYes: '有', needText: '什么事', needHint: '例如：燃气管线会签未齐', with: '请谁协调', photos: '照片', photosBefore: '先前已上传 {n} 张，随这份周报一起报。',
      submit: '报送周报', sending: '正在报送…', again: '再报送一次', summary: '{n} 道工序，改动 {changed} 道，误工 {lost} 天',
      draft: '草稿只在这部手机，还没有报送。', resumed: '接着上次没报完的草稿（{at}）。', anew: '重新填', received: '平台已收到，{at}。', unknown: '没有收到平台的答复，不算已报。内容留在这部手机，联网后自动再报；同一份只算一次。', refused: '没有收下，请改后再报。',
      history: '近几周', historyNone: '还没有报过周报。', back: '全部项目', correct: '本周已报过。再报一次即为更正，以后一次为准。', closed: '您可以查看，不能报送。', minutes: '用时 {n} 秒',
      late: '{week} 起一周的周报尚未送达', lateHint: '{at} 报送后没有收到平台的答复。再报送一次只算一次，记在那一周；放弃则不再报送。', lateSend: '再报送一次', lateDiscard: '放弃这份周报', lateReceived: '{week} 那一周的周报平台已收到，{at}。',
      faultReason: '请选原因', faultNeed: '请写明什么事', faultWith: '请选请谁协调',
    },
    mover: { STREET: '街道', DELIVERY_AGENT: '代建单位', CONTRACTOR: '施工单位', SUPERVISOR: '监理单位', UTILITY: '管线单位', COMMAND: '指挥部' },
  },
  en: {
    title: 'Weekly reports', nav: 'Weekly', one: 'This week’s report', week: '{from} to {to}', before: 'Week before', after: 'Next week', running: 'this week', over: 'over',
    due: 'Projects due', dueNote: 'with works under way or due that week', reported: 'Received', missing: 'Not reported', open: 'Need others', list: 'Who has reported', listNote: 'those missing first', filter: 'Filter projects',
    empty: 'No project is due this week', emptyHint: 'Projects in the frozen plan with works under way or due stand here.',
    column: { project: 'Project', street: 'Street', agent: 'Delivery agent', state: 'State', at: 'Received', lost: 'Days lost', photos: 'Photos', note: 'Note' },
    state: { REPORTED: 'Received', WAITING: 'Waiting', MISSED: 'Missing', NOTHING_DUE: 'Nothing due' }, reports: '{n} times', report: 'Report', view: 'View', more: 'Report again',
    needs: 'Problems that need others', needsNote: 'the longest waiting first', needsNone: 'Nothing needs others.', waiting: 'waiting {n} d', settle: 'Settle', settled: 'Settled', settleTitle: 'How was it settled?', how: 'How', howHelp: 'For whoever reported it: for example, the gas company comes on 25 April.',
    form: {
      lines: 'Works of this week', linesNote: '{n} under way or due within a week; figures as last reported, touch only what changed', none: 'No works are under way or due.', noneHint: 'You may still send a note or a problem.', planned: 'plan {n}%', last: 'last {n}%', lastOn: 'told {day}', never: 'never told', until: 'ends {day}', begins: 'starts {day}',
      less: '{name} less by 5', more: '{name} more by 5', percent: '{name} percent done', lost: 'Days lost', lostLess: '{name} one day lost less', lostMore: '{name} one day lost more', days: '{n} d', reason: 'Why days were lost', why: 'Why it is lower than before', lostBack: 'Why days are taken back',
      note: 'Note', noteHint: 'For example: half a day of rain, made up.', needsOthers: 'Need others', needsNone: 'No', needsYes: 'Yes', needText: 'What', needHint: 'For example: gas has not signed the line plan', with: 'Whom', photos: 'Photos', photosBefore: '{n} sent before, reported with this week.',
      submit: 'Send the week', sending: 'Sending…', again: 'Send again', summary: '{n} works, {changed} changed, {lost} days lost',
      draft: 'The draft is only on this phone and not sent.', resumed: 'Going on with the draft of {at}.', anew: 'Start anew', received: 'Received by the platform, {at}.', unknown: 'No answer from the platform: not counted as sent. It stays on this phone and is sent again when online; the same report counts once.', refused: 'Not taken; please correct and send again.',
      history: 'Past weeks', historyNone: 'No weekly report yet.', back: 'All projects', correct: 'This week was reported. Sending again corrects it; the later one counts.', closed: 'You may read, not report.', minutes: 'took {n} s',
      late: 'The report for the week of {week} is not delivered yet', lateHint: 'Sent {at}, and no answer came. Sent again it counts once, for that week; discarded it is not sent any more.', lateSend: 'Send it again', lateDiscard: 'Discard this report', lateReceived: 'The report for the week of {week} was received, {at}.',
      faultReason: 'Choose the reason', faultNeed: 'Say what it is', faultWith: 'Choose whom it needs',
    },
    mover: { STREET: 'Street', DELIVERY_AGENT: 'Delivery agent', CONTRACTOR: 'Contractor', SUPERVISOR: 'Supervisor', UTILITY: 'Utilities', COMMAND: 'Command' },
  },
})
