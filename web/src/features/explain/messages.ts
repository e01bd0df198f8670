import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '为什么守不住', ask: '算一算为什么守不住', asking: '正在推算：逐条放开事实，看哪些缺一不可…', node: '{node} · {date} 前',
    smallest: '以下各条缺一不可，放开任何一条就守得住：', facts: '以下各条合在一起守不住：', cures: '能做到的（均已重排复核）', none: '没有找到办法。',
    trial: '试排', trialOf: '用草案试排：{what}', moved: '其中 {n} 道工序改期',
  },
  en: {
    title: 'Why it cannot be kept', ask: 'Find out why it cannot be kept', asking: 'Thinking: each fact is left out in turn to see which are needed…', node: '{node} · by {date}',
    smallest: 'None of these can be left out; without any one of them it could be kept:', facts: 'Together these cannot be kept:', cures: 'What can be done (each verified by a re-plan)', none: 'Nothing was found.',
    trial: 'Try', trialOf: 'Try in a draft: {what}', moved: 'with other dates for {n} activities',
  },
})
