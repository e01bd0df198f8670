import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    nav: '通知', title: '我的通知', show: '显示', onlyUnread: '未读', all: '全部', readAll: '全部标为已读', read: '已读', open: '查看', urgent: '紧急', times: '共 {n} 次',
    unread: '{n} 条未读', failedCount: '{n} 条未送达', none: '没有未读通知', noneEver: '还没有通知', noneHint: '节点有风险、计划冻结、任职变动时，会在这里告诉您。',
    channel: { FILE: '文件', SMS: '短信', WECOM: '企业微信' },
    failed: {
      title: '未送达', subject: '通知', recipient: '收件人', channel: '渠道', error: '原因', since: '放弃时间', act: '处理', attempts: '试了 {n} 次', retry: '重发', retried: '已重新排队，几秒内再发。',
      dismiss: '不再通知', dismissTitle: '不再通知', reason: '理由', reasonHelp: '写明收件人如何得知，如“已电话告知”。理由会留痕。', empty: '没有未送达的通知', emptyHint: '多次重试仍失败的通知会列在这里，不会悄悄丢掉。',
    },
    words: {
      title: '通知用语', subject: '标题', body: '正文', urgent: '时效', atOnce: '立即', canWait: '避开免打扰时段', version: '版本', edit: '修改用语', placeholders: '可用占位符：', titleZh: '中文标题', bodyZh: '中文正文', titleEn: '英文标题', bodyEn: '英文正文', preview: '预览', kept: '用语已更新，之后的通知按它发。',
    },
    quiet: { title: '免打扰时段', hint: '这段时间内，短信等外部渠道只发紧急通知，其余等到结束后再发；站内通知不受影响。起止相同即不设。', begins: '开始', ends: '结束', source: '依据', confirmed: '已与街道确认', kept: '免打扰时段已更新。' },
  },
  en: {
    nav: 'Notices', title: 'My notices', show: 'Show', onlyUnread: 'Unread', all: 'All', readAll: 'Mark all as read', read: 'Read', open: 'Open', urgent: 'urgent', times: '{n} times',
    unread: '{n} unread', failedCount: '{n} not delivered', none: 'No unread notices', noneEver: 'No notices yet', noneHint: 'When a node is at risk, a plan is frozen or your appointments change, you are told here.',
    channel: { FILE: 'file', SMS: 'text message', WECOM: 'WeCom' },
    failed: {
      title: 'Not delivered', subject: 'Notice', recipient: 'Recipient', channel: 'Channel', error: 'Reason', since: 'Given up', act: 'See to it', attempts: '{n} attempts', retry: 'Try again', retried: 'It waits again and is sent within seconds.',
      dismiss: 'Let it go', dismissTitle: 'Let it go', reason: 'Reason', reasonHelp: 'Say how the recipient has learnt of it, such as "told by telephone". It is kept on record.', empty: 'Everything was delivered', emptyHint: 'Notices that failed in spite of several attempts are listed here; none is lost silently.',
    },
    words: {
      title: 'Words of notices', subject: 'Title', body: 'Text', urgent: 'When', atOnce: 'at once', canWait: 'outside quiet hours', version: 'Version', edit: 'Change the words', placeholders: 'Placeholders:', titleZh: 'Chinese title', bodyZh: 'Chinese text', titleEn: 'English title', bodyEn: 'English text', preview: 'Preview', kept: 'The words are changed; notices from now on use them.',
    },
    quiet: { title: 'Quiet hours', hint: 'During these hours channels outside carry only what is urgent, the rest waits for their end; the inbox is not affected. Equal times: none.', begins: 'Begin', ends: 'End', source: 'Source', confirmed: 'confirmed with the streets', kept: 'The quiet hours are changed.' },
  },
})
