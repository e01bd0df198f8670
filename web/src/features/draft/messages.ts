import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    button: '试排', title: '草案', of: '草案：{name}', by: '按草案', loading: '正在试算…',
    open: {
      title: '试排：在冻结计划旁边试', mine: '未决定的草案', none: '还没有草案。', go: '打开', made: '{who} · 第 {v} 版计划 · {n} 条改动', name: '草案名称', nameHelp: '写这次要试什么，例如“屋面班组 +2”。', start: '从哪里开始', begin: '新建草案',
      proposal: { NONE: '空白', REPLAN: '从今天重排', LEVEL: '均衡班组' },
      hint: { NONE: '自己加班组、拖横道、加雨天。', REPLAN: '冻结次序能不动就不动，只在误期节点的链上让急的先做；每处改动都列出，可逐条撤掉。', LEVEL: '在浮动时间内后移，让班组每天的负荷更平；节点和竣工日不动。' },
      nothing: { REPLAN: '没有找到能减少误期的次序改动，冻结次序照旧。', LEVEL: '负荷已经是平的，没有可移的。' },
    },
    band: {
      label: '草案结果', late: '误期节点', days: '误期天数', handOver: '全部交付', changed: '改动', items: '{n} 项', earliest: '最多提前 {n} 天', latest: '最多推后 {n} 天', cost: '班组', crewDays: '{n} 班组日', same: '与现状一致',
      edits: '改动清单 {n}', differences: '看差异', discard: '放弃草案', adopt: '采用草案', leave: '先放着', undo: '撤销', redo: '重做', kept: '加了班组按原次序反而更晚，已保留原日期。', more: '更多',
      stale: '冻结计划已换成第 {frozen} 版，这个草案按第 {base} 版试算。', rebase: '换到新版再算', faults: '草案现在排不出来：', phone: '手机上只能看草案，不能改；请在宽屏上编辑。', closed: '这个草案已经采用或放弃。', only: '只看改动的',
    },
    edits: {
      title: '改动清单', none: '还没有改动。拖动一根横道，或在下面加班组、加雨天。', remove: '去掉：{what}', crews: '班组增减', crew: '班组', pool: '哪里的', everywhere: '每一处', number: '增减数量', moved: '调动数量', from: '从', until: '到', add: '加入草案',
      rain: '雨天', order: '街道次序', orderHint: '共用班组先照顾排在前面的街道。', up: '上移 {name}', down: '下移 {name}', level: '均衡班组', levelHint: '在浮动时间内把负荷排平，节点不动；可撤销。', move: '班组调动', to: '调到', doMove: '调动', where: '活动的许可、工期、取消和新增工作，在图上选中活动后从右侧面板改。',
      fault: { number: '不能为 0', period: '结束不能早于开始', same: '两边相同' },
    },
    activity: {
      title: '在草案里改', begun: '已开工，草案改不了它。', start: '排到', permit: '许可不早于', duration: '工期（天）', drop: '取消这项', set: '改', earlier: '提前 1 天', later: '推后 1 天', chain: '草案怎样动了它 · 由改动到这里', none: '草案没有动它。', why: '草案 {n} 天', bar: '草案',
      dropped: '已取消',
    },
    work: {
      title: '新增工作', behind: '在它之后加一项工作…', name: '做什么', example: '例如：加装电梯基坑', days: '天数', crew: '班组', noCrew: '不占班组', number: '几支', before: '谁等它做完', nobody: '没有谁等', outdoor: '室外作业，雨天停', add: '加入草案', change: '改', remove: '去掉', added: '新增',
      fault: { name: '写明做什么', long: '不超过 60 个字', days: '1 至 1000 天', number: '1 至 500' },
    },
    differences: { title: '与现状的差异', none: '没有差异', noneHint: '这个草案目前不改变任何日期。', count: '{n} 项', capped: '只列变化最大的 {n} 项，其余在 Excel 里。', activity: '工序', before: '原日期', after: '草案日期', shift: '变化', cause: '原因链', show: '看', nodes: '节点', node: '节点', projects: '项目', lateBefore: '误期 {n} 个', worst: '最多 {n} 天', ok: '无误期' },
    odds: { title: '节点按期概率（已复核）', verified: '概率已复核（{n} 次）', same: '按期概率不变，已复核（{n} 次）', verifying: '正在复核按期概率…', nothing: '没有改动，按期概率与现状相同。', how: '按草案的班组和次序，在同一天气下模拟 {n} 次（种子 {seed}），数据日 {date}。', assumes: '雨日、工效、签约等假设见节点风险 ›' },
    adopt: { title: '采用草案', reason: '采用理由', reasonHelp: '会记入审计，并写在新的冻结计划上。', text: '新的一版将冻结：改动 {n} 项活动，误期节点 {before} → {after}。原来的第 {v} 版留在基线历史里。', act: '采用并冻结', done: '已冻结第 {v} 版', missing: '理由必须填写' },
    discard: { title: '放弃草案', text: '“{name}”和其中 {n} 条改动会丢弃，不能恢复。', act: '放弃' },
    compare: { title: '比较两版计划', button: '比较两版', one: '从', other: '到', plan: '第 {v} 版 · {state} · {date}', state: { DRAFT: '草稿', FROZEN: '冻结', SUPERSEDED: '旧' }, summary: '{all} 项中 {n} 项日期不同；新增 {added} 项，去掉 {removed} 项。', same: '两版日期相同。', late: '误期节点 {before} → {after}', few: '至少要有两版计划。', note: '理由' },
    keys: { open: '试排', later: '草案里把选中的活动推后一天', earlier: '草案里把选中的活动提前一天', differences: '草案的差异' },
  },
  en: {
    button: 'What if', title: 'Draft', of: 'Draft: {name}', by: 'by the draft', loading: 'working it out…',
    open: {
      title: 'What if: try it beside the frozen plan', mine: 'Open drafts', none: 'No drafts yet.', go: 'Open', made: '{who} · plan {v} · {n} edits', name: 'Name of the draft', nameHelp: 'Say what is tried, such as “roofers +2”.', start: 'Begin with', begin: 'Open the draft',
      proposal: { NONE: 'Nothing', REPLAN: 'Re-plan from today', LEVEL: 'Level the crews' },
      hint: { NONE: 'Add crews, drag bars, add rain yourself.', REPLAN: 'The frozen order stays where it can; only on chains of late nodes somebody goes first. Every move is listed and can be taken out.', LEVEL: 'Moves work inside its float so that crews are loaded evenly; no node and no end moves.' },
      nothing: { REPLAN: 'No move of the order takes lateness away; the frozen order stays.', LEVEL: 'The load is even already; nothing to move.' },
    },
    band: {
      label: 'What the draft leads to', late: 'Late nodes', days: 'Days late', handOver: 'All handed over', changed: 'Changed', items: '{n} activities', earliest: 'at most {n} d earlier', latest: 'at most {n} d later', cost: 'Crews', crewDays: '{n} crew days', same: 'as it stands',
      edits: 'Edits {n}', differences: 'Differences', discard: 'Discard', adopt: 'Adopt', leave: 'Put aside', undo: 'Undo', redo: 'Redo', kept: 'With the crews added the order as it is would be later; the dates without them were kept.', more: 'More',
      stale: 'Plan {frozen} is frozen now; this draft was tried against plan {base}.', rebase: 'Try against the new one', faults: 'The draft leads nowhere now:', phone: 'On a phone a draft can be looked at, not edited; use a wide screen.', closed: 'This draft was adopted or discarded.', only: 'Only what changed',
    },
    edits: {
      title: 'Edits', none: 'No edits yet. Drag a bar, or add crews or rain below.', remove: 'Take out: {what}', crews: 'Crews more or fewer', crew: 'Crew', pool: 'Whose', everywhere: 'each', number: 'How many', moved: 'How many', from: 'From', until: 'Until', add: 'Add to the draft',
      rain: 'Rain', order: 'Order of streets', orderHint: 'Shared crews serve the streets on top first.', up: 'Move {name} up', down: 'Move {name} down', level: 'Level the crews', levelHint: 'Evens out the load inside the float; no node moves; can be undone.', move: 'Move crews', to: 'To', doMove: 'Move', where: 'Permit, duration and dropping of an activity, and added work: choose it in the chart and use the panel beside it.',
      fault: { number: 'not 0', period: 'ends before it begins', same: 'both the same' },
    },
    activity: {
      title: 'Change in the draft', begun: 'It has begun; a draft cannot change that.', start: 'Put on', permit: 'Permit not before', duration: 'Duration (days)', drop: 'Drop it', set: 'Set', earlier: '1 day earlier', later: '1 day later', chain: 'How the draft moved it · from the edit to here', none: 'The draft does not move it.', why: 'draft {n} d', bar: 'Draft',
      dropped: 'dropped',
    },
    work: {
      title: 'Added work', behind: 'Add work behind it…', name: 'What', example: 'such as: pit for a lift', days: 'Days', crew: 'Crew', noCrew: 'takes no crew', number: 'How many', before: 'What waits for it', nobody: 'nothing waits', outdoor: 'Outdoors: rain stops it', add: 'Add to the draft', change: 'Change', remove: 'Take out', added: 'new',
      fault: { name: 'Say what is done', long: 'At most 60 characters', days: '1 to 1000 days', number: '1 to 500' },
    },
    differences: { title: 'Differences', none: 'No differences', noneHint: 'The draft changes no date so far.', count: '{n} activities', capped: 'Only the {n} largest shifts; the workbook has all.', activity: 'Activity', before: 'As it stands', after: 'By the draft', shift: 'Shift', cause: 'Chain of causes', show: 'Show', nodes: 'Nodes', node: 'Node', projects: 'Projects', lateBefore: '{n} late', worst: 'at most {n} d', ok: 'none late' },
    odds: { title: 'Probability of the nodes (verified)', verified: 'probability verified ({n} runs)', same: 'probability unchanged, verified ({n} runs)', verifying: 'verifying the probability…', nothing: 'No edits: as likely as it stands.', how: 'Simulated {n} times in the same weather with the crews and the order of the draft (seed {seed}), as of {date}.', assumes: 'Rain, pace and signatures assumed: see node risk ›' },
    adopt: { title: 'Adopt the draft', reason: 'Reason', reasonHelp: 'It is audited and stands on the new frozen plan.', text: 'A new plan is frozen: {n} activities change, late nodes {before} → {after}. Plan {v} stays in the history of baselines.', act: 'Adopt and freeze', done: 'Plan {v} is frozen', missing: 'A reason is needed' },
    discard: { title: 'Discard the draft', text: '“{name}” and its {n} edits are thrown away for good.', act: 'Discard' },
    compare: { title: 'Compare two plans', button: 'Compare plans', one: 'From', other: 'To', plan: 'plan {v} · {state} · {date}', state: { DRAFT: 'draft', FROZEN: 'frozen', SUPERSEDED: 'older' }, summary: '{n} of {all} activities have other dates; {added} new, {removed} gone.', same: 'Both have the same dates.', late: 'late nodes {before} → {after}', few: 'There must be two plans at least.', note: 'Reason' },
    keys: { open: 'What if', later: 'In the draft, the chosen activity one day later', earlier: 'In the draft, the chosen activity one day earlier', differences: 'Differences of the draft' },
  },
})
