import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '年度计划', nav: '年度计划', year: '年度', choose: '选择年度', create: '新建年度', name: '名称', created: '已建立 {year} 年度。', defaultName: '{year} 年老旧小区改造',
    emptyTitle: '还没有年度计划', emptyHint: '先建立年度，再确定节点、列入小区、核对班组，最后排期冻结。', parts: '设置步骤',
    part: { nodes: '节点', projects: '项目', template: '样板工序', crews: '班组', plans: '排期与冻结' },
    frozenAs: '已冻结 v{version}', notFrozen: '尚未冻结', createHint: '五个节点、样板工序和班组能力会按默认值带入，都可以修改。',
    changedHint: '修改后需要重新排期，已冻结的计划不受影响。', toPlans: '去排期',
    node: {
      title: '时间节点', note: '规则在前，日期由规则算出', code: '编号', name: '节点', rule: '规则', nominal: '名义日期', due: '最后期限', why: '为什么是这一天', weight: '权重', applies: '适用',
      ALL: '全部项目', SMALL_AND_EASY: '小易项目', ON_THE_DATE: '名义日期当日', LAST_LAWFUL_CLEARING_DAY: '依法可强制清除的最后一日',
      edit: '修改节点', saved: '已修改“{name}”。', empty: '还没有节点', shifted: '提前 {n} 天', weightHelp: '延误加权时的分量，0 到 100。', activity: '由 {code} 完成',
    },
    project: {
      title: '项目', note: '项目不等于小区：可一区多项目，也可多区一项目', name: '项目', estates: '小区', street: '街道', sizeClass: '类别', agent: '代建单位', contractor: '施工单位', supervisor: '监理单位',
      buildings: '栋', households: '户', activities: '活动', carried: '{year} 年结转', create: '新建项目', add: '从小区列入', addTitle: '从小区列入项目', addHint: '每个小区建立一个项目；已分出一部分的，把剩余部分列入；已分完的不再显示。', added: '已列入 {n} 个项目。',
      carry: '结转', carryTitle: '结转往年项目', carryHint: '尚未完成的项目随工序和进度一起转入本年度。', carryFrom: '来源年度', carriedDone: '已结转 {n} 个项目。', noCarry: '没有可结转的年度',
      chosen: '已选 {n} 个', chooseAll: '全选', none: '不选', edit: '修改项目', saved: '已修改“{name}”。', remove: '移出年度', removeTitle: '把“{name}”移出年度？', removeHint: '项目的工序和结转带来的进度会一并移除，来源年度和小区资料不受影响。已列入冻结计划或在本年度报过进度的项目不能移出。',
      removed: '已移出“{name}”。', empty: '还没有项目', emptyHint: '从小区名册列入，或结转往年未完成的项目。', searchIn: '筛选小区', allIn: '全部小区都已列入。', filter: '筛选项目', notGiven: '未定', timetable: '看工期',
      nameHelp: '不填则用小区名称。', sharesHint: '同一街道；可选多个小区，也可只取一个小区的一部分（分标段）', noEstates: '还没有选小区。', main: '主小区', left: '可用 {n} %', share: '份额（%）', aboutBuildings: '约合栋数（共 {n}）', dropEstate: '去掉{name}',
      chooseEstate: '选择小区', noneLeft: '没有还可列入的小区', addEstate: '加入', classByRule: '按小区认定或规模规则', planting: '绿化种植', plantingByClass: '按类别', AUTUMN: '秋季，计入验收', SPRING: '春季，计入验收', AFTER_NODE: '验收后秋季补种', earliestStart: '最早开工',
      notOffered: '不再列出：已完成 {finished} 个，已结转 {carried} 个。', nothingToCarry: '这一年没有尚未完成的项目可以结转。',
    },
    template: {
      title: '样板工序', note: '参照小区 22 栋 736 户；每个项目按自己的工程量折算工期', code: '编号', name: '工序', duration: '参照工期（天）', driver: '按什么折算', reference: '参照量', share: '随量变化', crews: '班组',
      before: '前置', calendar: '日历', traits: '特性', source: '依据', outdoor: '露天', rain: '雨敏感 {n}', concealed: '隐蔽', edit: '修改工序', saved: '已修改“{name}”。', fixed: '固定', fixedShare: '—',
      durationHelp: '日历天，参照小区。', shareHelp: '0 为固定不变，1 为完全按工程量比例。', rainHelp: '0 不受影响，1 雨天全停。', number: '人数', addCrew: '增加班组', filter: '筛选工序', formula: '工期 = 参照工期 ×（1 − 随量变化 + 随量变化 × 工程量 ÷ 参照量），向上取整。', crew: '班组',
      driverName: { FIXED: '固定', BUILDINGS: '楼栋', HOUSEHOLDS: '住户', STAIRWELLS: '单元', ILLEGAL_STRUCTURES: '违建', ROOF_STRUCTURES: '屋面违建', GROUND_STRUCTURES: '底层违建', ROOF_AREA: '屋面面积', FACADE_AREA: '外墙面积', DRAIN_LENGTH: '雨污管长', ROAD_AREA: '道路面积', PARKING_SPACES: '停车位', CHARGING_POINTS: '充电桩', GREEN_AREA: '绿化面积' },
      calendarName: { OFFICE: '工作日', SITE: '每天', EVERY_DAY: '每天' },
    },
    crew: {
      title: '班组能力', note: '同一班组由多个项目共用，能力按天计', name: '班组', within: '共用范围', capacity: '能力（个/日）', changes: '能力变化', edit: '修改能力', saved: '已修改“{name}”。', none: '全年不变',
      DISTRICT: '全区', STREET: '街道', PROJECT: '项目', ESTATE: '小区', from: '起始日期', then: '起能力', add: '增加一次变化', help: '从某天起能力改变，直到下一次变化。', addHint: '例如 5 月 5 日起增加两个班组。', filter: '筛选班组',
    },
    plan: {
      title: '排期', note: '从节点倒排，全部项目共用班组', compute: '开始排期', computing: '正在排期…', memo: '备注', memoHint: '例如：虹桥屋面班组增加 2 个', empty: '还没有排过', emptyHint: '排一次只要一两秒，可以多排几次比较后再冻结。', noProjects: '先列入项目，才能排期。',
      version: '版本', state: '状态', DRAFT: '草案', FROZEN: '已冻结', SUPERSEDED: '已替换', at: '排期时间', by: '经办', activities: '活动', seconds: '用时（秒）', late: '误节点', lateness: '加权延误', handOver: '全部交付', seed: '种子', method: '方法',
      compare: '节点比较', compareNote: '每个节点：按期项目数 / 适用项目数，最晚完成日', node: '节点', due: '期限', onTime: '按期', latest: '最晚完成', worst: '最多误 {n} 天', allOnTime: '全部按期', difference: '与冻结计划相比',
      freeze: '冻结为基准', freezeTitle: '冻结 v{version} 为基准计划？', freezeHint: '冻结后，进度和预警都以它为准，不能撤销；以后可以再冻结新的版本，旧版本保留备查。', freezeLate: '注意：这份计划有 {n} 个项目节点赶不上期限。', replaces: '将替换现行基准 v{version}。', frozen: '已冻结 v{version}，{date} 起以它为准。',
      discard: '删除草案', discardTitle: '删除草案 v{version}？', discardHint: '草案删除后不能恢复，可以重新排期得到相同结果。', discarded: '已删除草案 v{version}。', view: '看工期', export: '导出工期', reproducible: '同样的输入得到同样的计划，可复算。', computed: '已排出 v{version}，用时 {seconds} 秒。', days: '天', better: '改善', worse: '变差', same: '相同', selected: '正在比较', rule: '排法', rules: { BEST: '各种一次排法取最优', SEARCH: '多次采样搜索（较慢）', LATEST_START: '最迟开工优先', LATEST_FINISH: '最迟完成优先', MIN_SLACK: '浮动最小优先', PROJECT_BY_PROJECT: '逐个项目' },
    },
  },
  en: {
    title: 'Programme', nav: 'Programme', year: 'Year', choose: 'Choose a year', create: 'New year', name: 'Name', created: 'The year {year} is set up.', defaultName: 'Renovation of old estates {year}',
    emptyTitle: 'No programme yet', emptyHint: 'Create the year, then settle its nodes, add estates, check the crews, and at last plan and freeze.', parts: 'Set-up steps',
    part: { nodes: 'Nodes', projects: 'Projects', template: 'Template', crews: 'Crews', plans: 'Plan and freeze' },
    frozenAs: 'Frozen v{version}', notFrozen: 'Not frozen yet', createHint: 'Five nodes, the template and the crews come with default values; all can be changed.',
    changedHint: 'A change needs a new plan; the frozen plan stays as it is.', toPlans: 'To the plans',
    node: {
      title: 'Key nodes', note: 'the rule first; the date follows from it', code: 'Code', name: 'Node', rule: 'Rule', nominal: 'Nominal date', due: 'Last day', why: 'Why this day', weight: 'Weight', applies: 'Applies to',
      ALL: 'All projects', SMALL_AND_EASY: 'Small and easy ones', ON_THE_DATE: 'The date itself', LAST_LAWFUL_CLEARING_DAY: 'Last lawful day for compulsory clearing',
      edit: 'Edit node', saved: 'Changed “{name}”.', empty: 'No nodes yet', shifted: 'earlier by {n} d', weightHelp: 'Its share in weighted lateness, 0 to 100.', activity: 'reached by {code}',
    },
    project: {
      title: 'Projects', note: 'a project is not an estate: one estate may have several, and one project several estates', name: 'Project', estates: 'Estates', street: 'Street', sizeClass: 'Class', agent: 'Delivery agent', contractor: 'Contractor', supervisor: 'Supervisor',
      buildings: 'Buildings', households: 'Households', activities: 'Activities', carried: 'carried over from {year}', create: 'New project', add: 'Add from estates', addTitle: 'Add projects from estates', addHint: 'One project per estate, with what other projects leave of it; estates wholly in are not listed.', added: 'Added {n} projects.',
      carry: 'Carry over', carryTitle: 'Carry over from an earlier year', carryHint: 'Unfinished projects come along with their activities and progress.', carryFrom: 'From the year', carriedDone: 'Carried over {n} projects.', noCarry: 'No earlier year to carry over from',
      chosen: '{n} chosen', chooseAll: 'All', none: 'None', edit: 'Edit project', saved: 'Changed “{name}”.', remove: 'Remove from the year', removeTitle: 'Remove “{name}” from the year?', removeHint: 'Its activities go with it, and the progress it brought along from another year, which keeps it; the estate stays. A project in the frozen plan, or reported on this year, cannot be removed.',
      removed: 'Removed “{name}”.', empty: 'No projects yet', emptyHint: 'Add estates from the register, or carry over what an earlier year left.', searchIn: 'Filter estates', allIn: 'Every estate is in already.', filter: 'Filter projects', notGiven: 'open', timetable: 'Timetable',
      nameHelp: 'Left blank, it takes the names of its estates.', sharesHint: 'of one street; several estates, or a part of one (lots)', noEstates: 'No estate chosen yet.', main: 'main', left: '{n} % available', share: 'Share (%)', aboutBuildings: 'About buildings (of {n})', dropEstate: 'Drop {name}',
      chooseEstate: 'Choose an estate', noneLeft: 'No estate is left to take in', addEstate: 'Add', classByRule: 'As its estates were set, or by the size rule', planting: 'Planting', plantingByClass: 'by its class', AUTUMN: 'In autumn; acceptance waits', SPRING: 'In spring; acceptance waits', AFTER_NODE: 'In autumn, after acceptance', earliestStart: 'Earliest start',
      notOffered: 'Not offered: {finished} finished, {carried} carried over already.', nothingToCarry: 'That year has no unfinished project to carry over.',
    },
    template: {
      title: 'Template activities', note: 'reference estate of 22 buildings and 736 households; each project scales by its own quantities', code: 'Code', name: 'Activity', duration: 'Reference days', driver: 'Scaled by', reference: 'Reference', share: 'Scaling share', crews: 'Crews',
      before: 'Predecessors', calendar: 'Calendar', traits: 'Traits', source: 'Source', outdoor: 'outdoor', rain: 'rain {n}', concealed: 'concealed', edit: 'Edit activity', saved: 'Changed “{name}”.', fixed: 'Fixed', fixedShare: '—',
      durationHelp: 'Calendar days at the reference estate.', shareHelp: '0 never changes, 1 follows the quantity fully.', rainHelp: '0 untouched, 1 stops in rain.', number: 'Number', addCrew: 'Add a crew', filter: 'Filter activities', formula: 'Duration = reference × (1 − share + share × quantity ÷ reference quantity), rounded up.', crew: 'Crew',
      driverName: { FIXED: 'Fixed', BUILDINGS: 'Buildings', HOUSEHOLDS: 'Households', STAIRWELLS: 'Stairwells', ILLEGAL_STRUCTURES: 'Illegal structures', ROOF_STRUCTURES: 'Roof structures', GROUND_STRUCTURES: 'Ground structures', ROOF_AREA: 'Roof area', FACADE_AREA: 'Façade area', DRAIN_LENGTH: 'Drain length', ROAD_AREA: 'Road area', PARKING_SPACES: 'Parking bays', CHARGING_POINTS: 'Charging points', GREEN_AREA: 'Green area' },
      calendarName: { OFFICE: 'Working days', SITE: 'Every day', EVERY_DAY: 'Every day' },
    },
    crew: {
      title: 'Crew capacity', note: 'crews are shared by projects; capacity is per day', name: 'Crew', within: 'Shared within', capacity: 'Capacity per day', changes: 'Changes', edit: 'Edit capacity', saved: 'Changed “{name}”.', none: 'the same all year',
      DISTRICT: 'District', STREET: 'Street', PROJECT: 'Project', ESTATE: 'Estate', from: 'From', then: 'Capacity from then', add: 'Add a change', help: 'The capacity holds from that day until the next change.', addHint: 'For example two more crews from 5 May.', filter: 'Filter crews',
    },
    plan: {
      title: 'Plans', note: 'scheduled backwards from the nodes, all projects sharing the crews', compute: 'Compute a plan', computing: 'Computing…', memo: 'Note', memoHint: 'For example: two more roofing crews in Hongqiao', empty: 'No plan yet', emptyHint: 'A plan takes a second or two; compute several and compare before you freeze one.', noProjects: 'Add projects before planning.',
      version: 'Version', state: 'State', DRAFT: 'Draft', FROZEN: 'Frozen', SUPERSEDED: 'Superseded', at: 'Computed', by: 'By', activities: 'Activities', seconds: 'Seconds', late: 'Nodes missed', lateness: 'Weighted lateness', handOver: 'All handed over', seed: 'Seed', method: 'Method',
      compare: 'Nodes compared', compareNote: 'for each node: projects on time of those it binds, and the latest finish', node: 'Node', due: 'Last day', onTime: 'On time', latest: 'Latest finish', worst: 'up to {n} days late', allOnTime: 'all on time', difference: 'Against the frozen plan',
      freeze: 'Freeze as baseline', freezeTitle: 'Freeze v{version} as the baseline?', freezeHint: 'Progress and warnings are then measured against it. This cannot be undone; a newer version may be frozen later, and old ones are kept.', freezeLate: 'Mind: {n} project nodes miss their last day in this plan.', replaces: 'It replaces the present baseline v{version}.', frozen: 'v{version} is frozen and holds from {date}.',
      discard: 'Delete draft', discardTitle: 'Delete draft v{version}?', discardHint: 'A deleted draft cannot be restored; planning again gives the same result.', discarded: 'Deleted draft v{version}.', view: 'Timetable', export: 'Export timetable', reproducible: 'The same input gives the same plan; anyone can recompute it.', computed: 'v{version} computed in {seconds} s.', days: 'days', better: 'better', worse: 'worse', same: 'same', selected: 'Comparing', rule: 'Way', rules: { BEST: 'Best of all single passes', SEARCH: 'Sampling search (slower)', LATEST_START: 'Latest start first', LATEST_FINISH: 'Latest finish first', MIN_SLACK: 'Least slack first', PROJECT_BY_PROJECT: 'Project by project' },
    },
  },
})
