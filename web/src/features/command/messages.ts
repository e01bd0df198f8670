import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '指挥分析',
    nav: '分析',
    parts: { label: '内容', causes: '原因', league: '街道排名', kpis: 'KPI 树', dimensions: '六化', statistics: '统计报表', rules: '口径', walls: '大屏授权' },
    asOf: '截至 {date}',
    noData: '尚无数据',
    fraction: '{n} / {all}',
    small: '样本少',
    smallHint: '只有 {n} 行，少于 {least} 行；差一行分数就会明显变化',
    figure: { numerator: '分子：{words} {n}', denominator: '分母：{words} {n}', from: '来源：{from}', basis: '口径依据：{basis}', date: '截至 {date}', rows: '看 {n} 行', behind: '{name} · 由这些行数出来' },
    rows: { project: '项目', street: '街道', what: '节点 / 工序', part: '分子', whole: '分母', on: '日期', why: '情况', more: '再看 {n} 行', sum: '合计 {n} / {all}，共 {rows} 行', none: '没有可数的行' },
    causes: {
      title: '原因归集', note: '同一原因在一道工序上只计一次天数；一个节点在一组里只计一次', command: '需指挥部协调', project: '项目自行解决', days: '天', daysOf: '{n} 天', nodes: '危及节点', late: '其中滞后', projects: '项目', since: '最早自', mover: '该谁动', cause: '原因', none: '没有推迟任何节点的原因', noneHint: '每个节点都在路上。',
      rule: '规则：危及的节点已滞后或 {n} 天内到期，且{settles}', canSettle: '轮到指挥部', cannotSettle: '项目自己解决不了', item: '{project} · {at}', near: '{n} 天后到期', past: '已过 {n} 天', open: '展开 {n} 处', only: '只看需指挥部的', sum: '{groups} 组原因，{command} 组需指挥部',
    },
    league: {
      title: '街道排名', formula: '得分 = Σ（权重 × 分项 %） ÷ Σ（有数据的权重）。没有数据的分项不计分，也不扣分；得分相同名次相同。', rank: '名次', street: '街道', score: '得分', projects: '项目', weight: '权重 {n}', weighed: '计入权重', tie: '并列', none: '无数据',
    },
    kpis: { title: 'KPI 树', note: '三根：组织水平、改造效果、群众满意度；每个数都能看到分子、分母、来源和行' },
    dimensions: { title: '六化同步', note: '按有关工序的计划天数加权；最慢的一化标出', street: '街道', project: '项目', laggard: '最慢', back: '全部街道', works: '有关工序 {parts}' },
    statistics: {
      title: '统计报表', note: '全国城镇老旧小区改造统计调查制度', unread: '法定表式原文未核对，各行口径待确认', period: '报告期', month: '月', quarter: '季', year: '年', line: '指标', code: '代码', unit: '单位', total: '合计', PLAN: '改造计划', PROGRESS: '改造进展', EFFECT: '改造效果', running: '未满期，截至 {date}', book: '下载三张表', by: '填报人 {name}', scope: '填报范围 {name}', cell: '{line}，{street}：{n}，查看各行',
    },
    rules: {
      title: '口径与权重', note: '改动立即生效，并留痕', kind: { LEAGUE: '街道排名', KPI: 'KPI 树', DIMENSION: '六化', STATISTIC: '统计报表', CAUSE: '需指挥部协调' }, name: '名称', counted: '怎样计数', weight: '权重', settles: '项目可自行解决', threshold: '天数', least: '小样本', parts: '工序', source: '依据', edit: '修改', nameZh: '中文名称', nameEn: '英文名称', confirmed: '已确认（去掉待确认标记）', save: '保存', saved: '口径已更新',
    },
    walls: {
      title: '大屏授权', note: '一块屏一个链接，只用一次；屏幕只能看作战图，随时可停', issue: '签发大屏链接', name: '大屏名称', nameHint: '例如：指挥大厅东墙', months: '有效月数', standing: { WAITING: '待启用', LAPSED: '链接已过期', RUNNING: '在用', EXPIRED: '已到期', REVOKED: '已停用' }, issuer: '签发', expires: '到期', device: '设备', seen: '最近在线', revoke: '停用', revokeAsk: '停用“{name}”？这块屏会立刻黑屏，需重新签发才能再用。', none: '还没有大屏', noneHint: '签发一个链接，在大屏的浏览器里打开一次即可。', link: '在大屏的浏览器里打开这个链接（24 小时内，只能用一次）：', copy: '复制链接', copied: '已复制', once: '链接只显示这一次。',
    },
    print: '打印',
  },
  en: {
    title: 'Command',
    nav: 'Analysis',
    parts: { label: 'Part', causes: 'Causes', league: 'League', kpis: 'KPI tree', dimensions: 'Six dimensions', statistics: 'Statistics', rules: 'Rules', walls: 'Wall screens' },
    asOf: 'as of {date}',
    noData: 'no data yet',
    fraction: '{n} / {all}',
    small: 'few rows',
    smallHint: 'only {n} rows, fewer than {least}; one more would turn it',
    figure: { numerator: 'Numerator: {words} {n}', denominator: 'Denominator: {words} {n}', from: 'From: {from}', basis: 'Rule: {basis}', date: 'as of {date}', rows: '{n} rows', behind: '{name} · counted from these rows' },
    rows: { project: 'Project', street: 'Street', what: 'Node, activity', part: 'Numerator', whole: 'Denominator', on: 'Date', why: 'How it stands', more: '{n} more rows', sum: '{n} / {all} in all, {rows} rows', none: 'Nothing to count' },
    causes: {
      title: 'Causes', note: 'a cause counts its days once per activity; a node counts once per group', command: 'needs the command', project: 'the project settles it', days: 'days', daysOf: '{n} d', nodes: 'nodes endangered', late: 'of these late', projects: 'projects', since: 'since', mover: 'Whose move', cause: 'Cause', none: 'Nothing pushes a node', noneHint: 'Every node is on its way.',
      rule: 'Rule: an endangered node is late or due within {n} days, and {settles}', canSettle: 'it is the command’s move', cannotSettle: 'the project cannot settle it', item: '{project} · {at}', near: 'due in {n} d', past: 'past by {n} d', open: 'Show {n}', only: 'Only what needs the command', sum: '{groups} groups, {command} need the command',
    },
    league: {
      title: 'League of streets', formula: 'Score = Σ(weight × component %) ÷ Σ(weights with data). What has no data neither adds nor takes; equal scores share a rank.', rank: 'Rank', street: 'Street', score: 'Score', projects: 'Projects', weight: 'weight {n}', weighed: 'weighed', tie: 'tied', none: 'no data',
    },
    kpis: { title: 'KPI tree', note: 'three roots: organisation, effect, satisfaction; every figure with numerator, denominator, source and rows' },
    dimensions: { title: 'Six dimensions', note: 'weighed by planned days of their works; the laggard is marked', street: 'Street', project: 'Project', laggard: 'laggard', back: 'All streets', works: 'activities {parts}' },
    statistics: {
      title: 'Statistics', note: 'national statistical system for the renovation of old urban estates', unread: 'the statutory form was not read; how lines are counted is unconfirmed', period: 'Period', month: 'month', quarter: 'quarter', year: 'year', line: 'Line', code: 'Code', unit: 'Unit', total: 'Total', PLAN: 'Plan', PROGRESS: 'Progress', EFFECT: 'Effect', running: 'not over yet, until {date}', book: 'Download the tables', by: 'Filled by {name}', scope: 'For {name}', cell: '{line}, {street}: {n}, show rows',
    },
    rules: {
      title: 'Rules and weights', note: 'changes count at once and are on record', kind: { LEAGUE: 'League', KPI: 'KPI tree', DIMENSION: 'Six dimensions', STATISTIC: 'Statistics', CAUSE: 'Needs the command' }, name: 'Name', counted: 'How it is counted', weight: 'Weight', settles: 'The project can settle it', threshold: 'Days', least: 'Small below', parts: 'Activities', source: 'Basis', edit: 'Change', nameZh: 'Chinese name', nameEn: 'English name', confirmed: 'Confirmed (takes the flag away)', save: 'Save', saved: 'The rule is changed',
    },
    walls: {
      title: 'Wall screens', note: 'one link a screen, used once; a screen reads the chart only and is put out at once', issue: 'Issue a wall link', name: 'Screen', nameHint: 'such as: command room, east wall', months: 'Months', standing: { WAITING: 'waiting', LAPSED: 'link lapsed', RUNNING: 'running', EXPIRED: 'expired', REVOKED: 'revoked' }, issuer: 'Issued by', expires: 'Expires', device: 'Device', seen: 'Last seen', revoke: 'Revoke', revokeAsk: 'Revoke “{name}”? The screen goes dark at once and needs a new link.', none: 'No wall screens yet', noneHint: 'Issue a link and open it once in the browser of the screen.', link: 'Open this link in the browser of the screen (within 24 hours, once):', copy: 'Copy the link', copied: 'Copied', once: 'The link is shown this once.',
    },
    print: 'Print',
  },
})
