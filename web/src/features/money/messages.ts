import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '投资与进度', nav: '投资进度', budget: '项目预算', wan: '{n} 万元', wanUnit: '万元', yuan: '元', all: '可见的全部项目', street: '街道', project: '项目', scope: '范围', chooseStreet: '选择街道', chooseProject: '选择项目',
    curve: 'S 曲线', curveNote: '工程预算 {budget} 的累计占比；{budgeted} / {projects} 个项目有批准预算并已排期', shareNote: '工程预算的累计占比；{budgeted} / {projects} 个项目有批准预算并已排期', names: { planned: '计划', earned: '已完成', actual: '实际成本', forecast: '预测', today: '今天' },
    table: '逐月数字', tableNote: '万元，累计', tableShare: '占工程预算，累计', day: '截止', pv: '计划值', ev: '挣值', ac: '实际成本', fc: '预测', bac: '工程预算', spi: '进度绩效', cpi: '成本绩效', eac: '完工估算', full: { pv: '计划值 PV', ev: '挣值 EV', ac: '实际成本 AC', spi: 'SPI', cpi: 'CPI', eac: 'EAC', bac: 'BAC' },
    formula: { spi: 'SPI = 挣值 ÷ 计划值', cpi: 'CPI = 挣值 ÷ 实际成本，只含有成本数据的 {costed} / {budgeted} 个项目', eac: 'EAC = 工程预算 ÷ CPI，逐项目相加，{costed} 个项目', pv: '冻结计划应完成的预算', ev: '预算 × 已报完成百分比', ac: '按月计价台账，没有计价的按付款' },
    noCost: '没有成本数据', noBudget: '没有批准预算', noPlan: '还没有批准预算并已排期的项目', noPlanHint: '先在项目预算里从改造菜单带入并批准，再冻结年度计划。', behind: '落后', ahead: '超前', on: '相符', over: '超支', under: '节约',
    list: '项目', listNote: '进度绩效低的在前', streets: '街道', filter: '筛选项目', of: '{n} / {m}', costBy: { VALUATION: '按计价', PAYMENT: '按付款' }, open: '看预算', year: '年度', none: '没有符合的项目',
    form: {
      versions: '版本', version: 'v{n}', state: { DRAFT: '草案', APPROVED: '已批准', SUPERSEDED: '已替换' }, origin: { MENU: '改造菜单', WORKBOOK: 'Excel', CARRIED: '结转余额' },
      works: '工程费', contingency: '预备费 {n}%', total: '预算合计', contracted: '合同额', valued: '累计计价', paid: '累计付款', rest: '预算余额（减合同）', ofBudget: '占预算 {n}',
      none: '还没有预算', noneHint: '从小区的改造菜单带入工程量和单价，或用 Excel 上传。', noMenu: '小区还没有改造菜单，请用 Excel 上传。', fromMenu: '从改造菜单带入', again: '重新带入', upload: '上传 Excel', template: '先导出一份，按同样的表头填写后上传。', edit: '修改', approve: '批准', discard: '删除草案',
      code: '编码', work: '工程内容', workClass: '类别', classes: { BASIC: '基础类', IMPROVED: '完善类', ENHANCED: '提升类', OTHER: '其他' }, unit: '单位', quantity: '工程量', unitCost: '单价', amount: '合价', activities: '工序', share: '占比',
      draftOf: '草案 v{n}', approvedOf: '批准预算 v{n}', approvedBy: '{day} 由 {by} 批准 · {document}', createdBy: '{by} 编制 · {origin}', byCommander: '草案由指挥长批准', approveTitle: '批准草案 v{n}？', approveHint: '批准后不能修改，将替换现行预算；以后再调整须另编新版。', document: '批准文号', documentHelp: '例如：通财审〔2022〕2 号。', approved: '已批准 v{n}。', discardTitle: '删除草案 v{n}？', discardHint: '现行预算不受影响。', discarded: '已删除草案。', drafted: '已带入草案。', uploaded: '已读入草案。', saved: '已保存草案。',
      add: '增加一行', removeLine: '删除 {name}', contracts: '合同', contractsNote: '合同额计入预算余额', carriedBefore: '结转合同，上年已计价 {n} 万元', addContract: '登记合同', number: '合同号', contractName: '合同名称', party: '对方单位', signedOn: '签订日期', contractsNone: '还没有登记合同。', contractSaved: '已登记合同。',
      ledger: '计价付款台账', ledgerNote: '只增不改，写错用负数冲减', addEntry: '登记一笔', month: '月份', kind: '类别', kinds: { VALUATION: '计价', PAYMENT: '付款' }, sum: '金额（元）', source: '凭证', note: '说明', noteHelp: '冲减时写明冲减哪一笔。', ledgerNone: '还没有计价或付款，成本绩效显示“没有成本数据”。', entrySaved: '已登记。', by: '登记人',
    },
  },
  en: {
    title: 'Value and progress', nav: 'Value', budget: 'Project budget', wan: '{n} × 10,000 yuan', wanUnit: '10,000 yuan', yuan: 'yuan', all: 'All you see', street: 'Street', project: 'Project', scope: 'Range', chooseStreet: 'Choose a street', chooseProject: 'Choose a project',
    curve: 'S-curve', curveNote: 'share of the works budget of {budget}, cumulative; {budgeted} of {projects} projects have an approved budget and dates', shareNote: 'share of the works budget, cumulative; {budgeted} of {projects} projects have an approved budget and dates', names: { planned: 'planned', earned: 'done', actual: 'actual cost', forecast: 'forecast', today: 'today' },
    table: 'Month by month', tableNote: '10,000 yuan, cumulative', tableShare: 'share of the works budget, cumulative', day: 'As of', pv: 'Planned', ev: 'Earned', ac: 'Actual cost', fc: 'Forecast', bac: 'Works budget', spi: 'Schedule index', cpi: 'Cost index', eac: 'At completion', full: { pv: 'Planned value PV', ev: 'Earned value EV', ac: 'Actual cost AC', spi: 'SPI', cpi: 'CPI', eac: 'EAC', bac: 'BAC' },
    formula: { spi: 'SPI = earned ÷ planned', cpi: 'CPI = earned ÷ actual cost, only over the {costed} of {budgeted} projects with cost data', eac: 'EAC = works budget ÷ CPI, project by project, {costed} projects', pv: 'budget of what the frozen plan wants by today', ev: 'budget × reported percentage', ac: 'valuations by month; payments where nothing was valued' },
    noCost: 'No cost data', noBudget: 'No approved budget', noPlan: 'No project has an approved budget and dates yet', noPlanHint: 'Draw a budget from the menu of works, approve it, and freeze the plan.', behind: 'behind', ahead: 'ahead', on: 'as planned', over: 'over cost', under: 'under cost',
    list: 'Projects', listNote: 'the lowest schedule index first', streets: 'Streets', filter: 'Filter projects', of: '{n} of {m}', costBy: { VALUATION: 'by valuations', PAYMENT: 'by payments' }, open: 'Budget', year: 'Year', none: 'No project fits',
    form: {
      versions: 'Versions', version: 'v{n}', state: { DRAFT: 'Draft', APPROVED: 'Approved', SUPERSEDED: 'Superseded' }, origin: { MENU: 'menu of works', WORKBOOK: 'workbook', CARRIED: 'carried over' },
      works: 'Works', contingency: 'Contingency {n}%', total: 'Budget', contracted: 'Contracted', valued: 'Valued', paid: 'Paid', rest: 'Left after contracts', ofBudget: '{n} of the budget',
      none: 'No budget yet', noneHint: 'Take quantities and unit costs from the estates’ menu of works, or upload a workbook.', noMenu: 'The estates have no menu of works yet; upload a workbook.', fromMenu: 'From the menu of works', again: 'Take anew', upload: 'Upload a workbook', template: 'Export one first and keep its heads.', edit: 'Edit', approve: 'Approve', discard: 'Discard draft',
      code: 'Code', work: 'Work', workClass: 'Class', classes: { BASIC: 'Basic', IMPROVED: 'Improving', ENHANCED: 'Enhancing', OTHER: 'Other' }, unit: 'Unit', quantity: 'Quantity', unitCost: 'Unit cost', amount: 'Amount', activities: 'Activities', share: 'Share',
      draftOf: 'Draft v{n}', approvedOf: 'Approved budget v{n}', approvedBy: 'approved {day} by {by} · {document}', createdBy: 'by {by} · {origin}', byCommander: 'The commander approves drafts', approveTitle: 'Approve draft v{n}?', approveHint: 'It cannot be changed afterwards and supersedes the present budget.', document: 'By document', documentHelp: 'For example the number of the fiscal review.', approved: 'v{n} is approved.', discardTitle: 'Discard draft v{n}?', discardHint: 'The present budget stays.', discarded: 'Discarded the draft.', drafted: 'Drafted from the menu.', uploaded: 'Read the workbook.', saved: 'Saved the draft.',
      add: 'Add a line', removeLine: 'Remove {name}', contracts: 'Contracts', contractsNote: 'they count against the budget', carriedBefore: 'carried over, {n} valued before', addContract: 'Enter a contract', number: 'Number', contractName: 'Contract', party: 'Party', signedOn: 'Signed on', contractsNone: 'No contract entered yet.', contractSaved: 'Entered the contract.',
      ledger: 'Valuations and payments', ledgerNote: 'only added; a wrong one is taken back by its negative', addEntry: 'Enter', month: 'Month', kind: 'Kind', kinds: { VALUATION: 'Valuation', PAYMENT: 'Payment' }, sum: 'Amount (yuan)', source: 'Document', note: 'Note', noteHelp: 'When taking back, which entry.', ledgerNone: 'Nothing valued or paid yet; the cost index says “No cost data”.', entrySaved: 'Entered.', by: 'By',
    },
  },
})
