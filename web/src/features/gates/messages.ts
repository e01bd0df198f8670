import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '关口', nav: '关口', one: '关口清单', note: '每个关口缺几项；缺得多、拖得久的在前', filter: '筛选项目', only: '只看有逾期的', all: '全部项目', onlyLabel: '范围',
    matrix: '项目与关口', project: '项目', stage: '阶段', passed: '{day} 通过', ready: '可以通过', missing: '缺 {n} 项', overdue: '{n} 项逾期', later: '未到', due: '{day}', waived: '豁免 {n}',
    empty: '没有符合的项目', emptyHint: '换一个筛选，或先把小区列入年度。',
    lackTitle: '逾期最多的条件', lackNote: '应具备而未具备的项目数', lackNone: '没有逾期的条件。', projects: '{n} 个项目',
    stages: { PLANNED: '筹备', MOBILISED: '进场', UNDERWAY: '施工', ACCEPTED: '已验收', DELIVERED: '已交付', WARRANTY: '质保期', ARCHIVED: '已归档' },
    act: { START: '开工', BEGIN: '开始施工', ACCEPT: '验收', DELIVER: '交付', WARRANT: '进入质保', ARCHIVE: '归档' },
    state: { OPEN: '未具备', MET: '已具备', WAIVED: '豁免' },
    list: { way: '项目走到哪里', required: '必备 {n} 项', optional: '可选', due: '应于 {day} 具备', dueToday: '今天应具备', late: '已过 {n} 天', left: '还有 {n} 天', evidence: '须附照片、文件或文号', fedBy: '由{by}模块填报，接通前手工填', responsible: '责任', stated: '{day} {by}', source: '依据', noDate: '排期后才有日期',
      meet: '已具备', waive: '豁免', reopen: '撤回', decide: '填报', meetTitle: '这一条已经具备？', waiveTitle: '豁免这一条？', reopenTitle: '撤回这一条？', reason: '理由', proof: '文号或说明', files: '照片和文件', fileCount: '附照片或文件 {n} 份', proofHelp: '没有照片或文件时，写明文号，例如：崇住建〔2022〕12 号。', reasonHelp: '写明谁同意、为什么。会留痕。',
      pass: '通过{gate}', passTitle: '通过{gate}？', passHint: '通过后这一关的条件不能再改。', passWaived: '其中 {n} 项是豁免的。', passed: '已于 {day} 由 {by} 通过', passedNow: '已通过{gate}。', moved: '已{act}。', missingTitle: '还缺 {n} 项，不能通过', missingBy: '{who}：{n} 项', saved: '已填报。', move: '{act}', moveTitle: '{act}？', moveHint: '项目将进入下一阶段，不能撤回。', all: '全部关口', print: '打印清单' },
    module: { assembly: '业主大会', consensus: '方案共识', demolition: '拆违', inspection: '巡查检查', handover: '交付', taskforce: '攻坚支部' },
    drawer: '关口', drawerMissing: '{gate}：缺 {n} 项', drawerOverdue: '，{n} 项逾期', drawerReady: '{gate}：条件齐备，可以通过', drawerNone: '没有待通过的关口', open: '看清单',
  },
  en: {
    title: 'Gates', nav: 'Gates', one: 'Gate checklist', note: 'what each gate still misses; the most and longest first', filter: 'Filter projects', only: 'Overdue only', all: 'All projects', onlyLabel: 'Range',
    matrix: 'Projects and gates', project: 'Project', stage: 'Stage', passed: 'passed {day}', ready: 'can pass', missing: 'misses {n}', overdue: '{n} overdue', later: 'later', due: '{day}', waived: '{n} waived',
    empty: 'No project fits', emptyHint: 'Change the filter, or add estates to the year first.',
    lackTitle: 'Conditions most overdue', lackNote: 'projects where it should stand and does not', lackNone: 'No condition is overdue.', projects: '{n} projects',
    stages: { PLANNED: 'Planned', MOBILISED: 'Mobilised', UNDERWAY: 'Underway', ACCEPTED: 'Accepted', DELIVERED: 'Delivered', WARRANTY: 'Warranty', ARCHIVED: 'Archived' },
    act: { START: 'Start', BEGIN: 'Begin works', ACCEPT: 'Accept', DELIVER: 'Deliver', WARRANT: 'Begin warranty', ARCHIVE: 'Archive' },
    state: { OPEN: 'Missing', MET: 'Stands', WAIVED: 'Waived' },
    list: { way: 'How far the project has come', required: '{n} required', optional: 'optional', due: 'should stand by {day}', dueToday: 'should stand today', late: '{n} d overdue', left: '{n} d left', evidence: 'needs a photo, a document or its number', fedBy: 'stated by the module {by}; by hand until it is there', responsible: 'Responsible', stated: '{day} {by}', source: 'Source', noDate: 'dated once planned',
      meet: 'Stands', waive: 'Waive', reopen: 'Take back', decide: 'State', meetTitle: 'Does this condition stand?', waiveTitle: 'Waive this condition?', reopenTitle: 'Take this back?', reason: 'Reason', proof: 'Document number or note', files: 'Photos and files', fileCount: '{n} photos or files attached', proofHelp: 'Where nothing is attached, the number of the document.', reasonHelp: 'Who agreed and why. It is on record.',
      pass: 'Pass: {gate}', passTitle: 'Pass “{gate}”?', passHint: 'Its conditions cannot be changed afterwards.', passWaived: '{n} of them are waived.', passed: 'Passed on {day} by {by}', passedNow: 'Passed “{gate}”.', moved: 'Done: {act}.', missingTitle: '{n} still missing; it cannot be passed', missingBy: '{who}: {n}', saved: 'Stated.', move: '{act}', moveTitle: '{act}?', moveHint: 'The project goes on to its next stage; there is no way back.', all: 'All gates', print: 'Print the list' },
    module: { assembly: 'owners’ assembly', consensus: 'consensus', demolition: 'demolition', inspection: 'inspection', handover: 'hand-over', taskforce: 'task force' },
    drawer: 'Gate', drawerMissing: '{gate}: misses {n}', drawerOverdue: ', {n} overdue', drawerReady: '{gate}: all stands, it can be passed', drawerNone: 'No gate is before it', open: 'Checklist',
  },
})
