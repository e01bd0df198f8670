import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '工作日历', nav: '日历', year: '年份', previous: '上一年', next: '下一年', legend: '图例', workday: '工作日', weekend: '周末', holiday: '法定节假日', makeUp: '调休上班', mark: { off: '休', on: '班' },
    provisional: '暂定', provisionalHint: '国务院尚未公布这一年的放假安排，暂按周末与固定节日推算；公布后请导入，受影响的日期会自动重算并列出。', official: '已公布',
    import: '导入放假安排', importHint: '选择 holiday-cn 格式的 JSON 文件（一年一个文件）。', choose: '选择文件', importing: '正在导入…', unreadable: '“{name}”不是可读的 JSON。', unreadableHint: '可能选错了文件，或文件不完整。',
    imported: '已导入 {year} 年放假安排', recomputed: '{n} 个节点日期变动', activities: '另有 {n} 个工序日期变动，已随年份留存', nothingMoved: '没有日期因此变动。', what: '事项', before: '原日期', after: '新日期',
    list: '放假与调休', date: '日期', type: '类型', name: '名称', workdays: '{n} 个工作日', of: '{year} 年', months: '一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月', week: '一 二 三 四 五 六 日', today: '今天', none: '没有放假与调休的安排',
  },
  en: {
    title: 'Working calendar', nav: 'Calendar', year: 'Year', previous: 'Previous year', next: 'Next year', legend: 'Legend', workday: 'Working day', weekend: 'Weekend', holiday: 'Statutory holiday', makeUp: 'Make-up workday', mark: { off: 'H', on: 'W' },
    provisional: 'Provisional', provisionalHint: 'The State Council has not announced this year’s holidays; weekends and fixed holidays are assumed. Import the announcement when it comes: dates that move are recomputed and listed.', official: 'Announced',
    import: 'Import holidays', importHint: 'Choose a JSON file in holiday-cn format (one file per year).', choose: 'Choose a file', importing: 'Importing…', unreadable: '“{name}” is not readable JSON.', unreadableHint: 'Maybe the wrong file, or an incomplete one.',
    imported: 'Holidays of {year} imported', recomputed: '{n} node dates moved', activities: '{n} dates of activities moved too, recorded with the year', nothingMoved: 'No date moved.', what: 'What', before: 'Before', after: 'After',
    list: 'Holidays and make-up days', date: 'Date', type: 'Kind', name: 'Name', workdays: '{n} working days', of: '{year}', months: 'January February March April May June July August September October November December', week: 'Mo Tu We Th Fr Sa Su', today: 'Today', none: 'No holidays or make-up days on record',
  },
})
