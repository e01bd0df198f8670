// Words of the rules of appeals: what may explain them, and how many are re-checked.
export const zh = {
  rules: {
    title: '诉求规则', open: '规则', intro: '带“待确认”的是我们的假定，等区里确认；谁改的、依据什么，都留在审计里。', saved: '已保存规则',
    recheck: '抽查复核', recheckNote: '每个工作日抽一次；改了从下一次抽取起算，抽过的不变。', share: '比例', least: '每个单位至少', days: '看近几天办结的', shareUnit: '{n}%', leastUnit: '{n} 件', daysUnit: '近 {n} 天', shareHelp: '百分之五写 5', leastHelp: '办结不到这么多的，全抽', daysHelp: '1 到 366 天',
    explaining: '哪类公告可解释哪类诉求', explainingNote: '改了以后，在办的诉求马上重新对照。', class: '诉求类别', below: '含下级', belowLong: '这一类下面的各类也算', kind: '公告', OUTAGE: '停供', WORKS: '施工', what: '内容', service: '哪些停供', works: '哪些工序', worksHelp: '工序编号的开头，用空格分开，如 D04 R0；R0 指所有 R0 开头的工序', hours: '结束后', hoursUnit: '{n} 小时内也算', hoursNone: '不延后', hoursLabel: '结束后几小时内也算', hoursHelp: '0 到 48；停供结束后还会有人来反映', source: '依据',
    many: '{code} 开头 {n} 道', unknown: '样板里没有', matched: '指 {names}', matchedNone: '样板里没有这样的工序', add: '新增规则', choose: '请选择类别', edit: '修改{name}', remove: '删除{name}', removeTitle: '删除“{name}”的规则', removeHint: '这类公告不再解释这类诉求；已经关联的会取消。', removeAct: '删除', gone: '已删除“{name}”的规则', none: '还没有规则', noneHint: '没有规则时，不会自动关联任何公告。', of: '{class} · {kind}',
  },
}
export const en = {
  rules: {
    title: 'Rules of appeals', open: 'Rules', intro: 'What is marked as unconfirmed is our assumption until the district states it; who changed what, and on what grounds, stays in the audit.', saved: 'Rule saved',
    recheck: 'Re-checks', recheckNote: 'Drawn on every working day; a change holds from the next draw, and what was drawn stays.', share: 'Share', least: 'At least of every unit', days: 'Closed within', shareUnit: '{n} %', leastUnit: '{n}', daysUnit: '{n} days', shareHelp: 'five per cent is 5', leastHelp: 'all of a unit that closed fewer', daysHelp: '1 to 366 days',
    explaining: 'What may explain which class', explainingNote: 'Open appeals are looked at again at once.', class: 'Class', below: 'and below', belowLong: 'the classes below it too', kind: 'Announced', OUTAGE: 'outage', WORKS: 'works', what: 'What', service: 'Which outages', works: 'Which activities', worksHelp: 'How their codes begin, with spaces between, such as D04 R0; R0 means all that begin so', hours: 'After the end', hoursUnit: 'for {n} h', hoursNone: 'not', hoursLabel: 'Hours after the end', hoursHelp: '0 to 48; people still call about it', source: 'Source',
    many: '{code}…, {n} activities', unknown: 'in no template', matched: '{names}', matchedNone: 'no template has such an activity', add: 'New rule', choose: 'Choose a class', edit: 'Edit {name}', remove: 'Remove {name}', removeTitle: 'Remove the rule of “{name}”', removeHint: 'Such announcements explain this class no more; what they explained is unlinked.', removeAct: 'Remove', gone: 'Rule of “{name}” removed', none: 'No rule yet', noneHint: 'Without rules nothing is linked by itself.', of: '{class} · {kind}',
  },
}
