import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '样例世界的时钟', world: '样例世界 demo', open: '拨动业务日期', hide: '收起', date: '业务日期', next: '+1 天', nextLong: '往后一天',
    play: '播放', pause: '暂停', pace: '速度', paces: { day: '每分钟 1 天', week: '每分钟 1 周', month: '每分钟 30 天' },
    goTo: '走到', go: '前往', playing: '正在播放，{pace}', passed: '{year} 年已过 {share}', untilDay: '到 {date} 为止',
    reset: '回到首日', resetTitle: '把业务日期拨回 {first}？',
    resetHint: '只有日期会回去：{first} 之后所作的报告、登记和留痕都还在。进度预测只算到当天为止的报告，其余记录会带着“以后”的日期显示。要一个全新的样例世界，请另用一个空目录启动。',
    keyNext: '样例世界：往后一天', keyPlay: '样例世界：播放或暂停',
  },
  en: {
    title: 'Clock of the demo world', world: 'Demo world', open: 'Move the business date', hide: 'Put away', date: 'Business date', next: '+1 day', nextLong: 'One day on',
    play: 'Play', pause: 'Pause', pace: 'Pace', paces: { day: '1 day / min', week: '1 week / min', month: '30 days / min' },
    goTo: 'Go to', go: 'Go', playing: 'Playing, {pace}', passed: '{share} of {year} has passed', untilDay: 'until {date}',
    reset: 'Back to the first day', resetTitle: 'Set the business date back to {first}?',
    resetHint: 'Only the date goes back: what was reported, registered and recorded after {first} stays. The forecast counts reports up to the day it then is; other records show dates that are still to come. For a fresh demo world, start one in another empty folder.',
    keyNext: 'Demo world: one day on', keyPlay: 'Demo world: play or pause',
  },
})
