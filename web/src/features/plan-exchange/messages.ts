import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    menu: '其他格式', menuTitle: '用于其他计划软件与日历', mspdi: 'Microsoft Project（.xml）', xer: 'Primavera（.xer）', book: '计划工作簿（.xlsx）', ics: '日历（.ics）', template: '空白计划工作簿', read: '对照承包人的计划…',
    title: '对照承包人的计划', project: '项目', choose: '选择文件', chooseProject: '选择项目', drop: '把承包人的计划文件拖到这里', reading: '正在读取…',
    only: '.mpp、.xml（Microsoft Project）、.xer、.xml（Primavera）或计划工作簿 .xlsx，最大 20 MB',
    intro: '文件整份检查，所有问题一次列出；有问题就什么都不读入。读到的内容只用来对照，不保存；勾选的实际进度作为一份本周周报收下，和现场填报一样留痕，以后一次为准。',
    another: '换一个文件', none: '这个项目还没有排进冻结计划', noneHint: '先冻结计划，再和承包人的计划对照。',
    summary: '{format} · {n} 道工序 · 对应上 {matched} 道 · {early} 道比我们早，{late} 道比我们晚',
    theirs: '他们的工序', ours: '我们的工序', notOurs: '— 不对应 —', theirDates: '他们的计划', ourDates: '我们的日期', shift: '完成相差', same: '相同', later: '晚 {n} 天', earlier: '早 {n} 天',
    actual: '他们报的进度', take: '收下', takeOf: '收下「{name}」的进度', matchOf: '「{name}」对应我们的工序', twice: '对应了两次',
    submit: '收下 {n} 道工序的进度', submitNone: '没有勾选要收下的进度', sent: '已收下 {n} 道工序的进度', note: '据 {file}', sureHint: '作为本周周报报送，当天起用于预测。要更正，再报一次即可。',
    losses: '没有原样读入的内容', lossesNote: '共 {n} 处', noLosses: '全部原样读入', where: '位置', what: '说明', moreLosses: '还有 {n} 处未列出',
    crews: '他们的资源', most: '数量', ourCrew: '我们的班组', unmatched: '没有对应', nodes: '他们要守的日期', due: '期限', activity: '工序', name: '名称',
  },
  en: {
    menu: 'Other formats', menuTitle: 'For other planning software and calendars', mspdi: 'Microsoft Project (.xml)', xer: 'Primavera (.xer)', book: 'Programme workbook (.xlsx)', ics: 'Calendar (.ics)', template: 'Empty programme workbook', read: 'Compare a contractor’s plan…',
    title: 'Compare a contractor’s plan', project: 'Project', choose: 'Choose a file', chooseProject: 'Choose a project', drop: 'Drop the contractor’s plan here', reading: 'Reading…',
    only: '.mpp, .xml (Microsoft Project), .xer, .xml (Primavera) or a programme workbook .xlsx, at most 20 MB',
    intro: 'The file is checked whole and every fault is listed at once; with any fault nothing is read. What is read is compared only, not kept. Progress you tick is taken as one report of this week, on record like one from the site; a later report corrects it.',
    another: 'Another file', none: 'This project is not in a frozen plan yet', noneHint: 'Freeze a plan first, then compare.',
    summary: '{format} · {n} activities · {matched} matched · {early} earlier than ours, {late} later',
    theirs: 'Their activity', ours: 'Our activity', notOurs: '— none of ours —', theirDates: 'Their plan', ourDates: 'Our dates', shift: 'Finish differs', same: 'same', later: '{n} d later', earlier: '{n} d earlier',
    actual: 'Their progress', take: 'Take', takeOf: 'Take the progress of {name}', matchOf: 'Our activity for {name}', twice: 'matched twice',
    submit: 'Take the progress of {n} activities', submitNone: 'No progress is ticked', sent: 'Progress of {n} activities was taken', note: 'By {file}', sureHint: 'It is sent as this week’s report and counts in the forecast from today. To correct it, report again.',
    losses: 'What did not come over as it was', lossesNote: '{n} in all', noLosses: 'Everything came over as it was', where: 'Where', what: 'What', moreLosses: '{n} more are not listed',
    crews: 'Their resources', most: 'Number', ourCrew: 'Our crew', unmatched: 'none of ours', nodes: 'Dates they must keep', due: 'Due', activity: 'Activity', name: 'Name',
  },
})
