// Words of the dispatcher's desk: many at once, views, templates and the board.
export const zh = {
  keys: { pick: '选中或取消这一件', pickDown: '连选下一件', pickUp: '连选上一件', drop: '取消全部选择', view: '打开第几个视图' },
  bulk: {
    picked: '已选 {n} 件', pickOf: '选择：{title}', pickAll: '全选列出的 {n} 件', drop: '取消选择', answer: '按模板答复', label: '批量办理',
    hint: '每件单独办理，一件不成不影响其他。', go: '{act} {n} 件', working: '正在办理 {n} / {all}', done: '办成 {n} 件', refused: '没办成 {n} 件，仍保持选中', toCases: '回到列表', supervise: '督办要求',
  },
  answer: {
    title: '批量答复', template: '模板', none: '不用模板', edit: '维护模板', words: '答复内容', wordsHelp: '可用 {places}，逐件填写', paper: '佐证：文件名称和文号', paperHelp: '每件共用这份留存文件；关联工序已完成的另附工序佐证。“已解决”要有照片或工序，请逐件答复。',
    preview: '逐件预览', look: '已填好 {n} 件，可以逐件改写', blocked: '{n} 件现在不能答复，不会发出', gone: '{n} 件不在您的范围内，不会发出', member: '并入的 {number}', activity: '附完成工序为佐证', send: '签发 {n} 件', signed: '由您本人签发，每件各有自己的答复和回访。', back: '返回修改',
  },
  places: { 编号: '编号', 地点: '地点', 类别: '类别', 标题: '标题', 收到日期: '收到日期', 承办单位: '承办单位' },
  views: {
    title: '视图', mine: '待我办理', dueToday: '今日到期', overdue: '已超时', undispatched: '尚未派发', reopened: '重新办理', emergencies: '紧急诉求', callBack: '等待回访', own: '我的视图', shared: '同事共享', filters: '筛选', show: '视图和筛选', hide: '收起', clear: '清除筛选',
    save: '保存为视图', name: '视图名称', nameHelp: '保存现在的筛选和排序', share: '本单位同事也能用', saved: '已保存视图“{name}”', removed: '已删除视图“{name}”', remove: '删除视图“{name}”', removeAsk: '只删除视图，诉求不受影响。', change: '用现在的筛选更新“{name}”', changed: '已更新“{name}”',
    channel: '渠道', cls: '类别', urgency: '急缓', unit: '承办单位', street: '街道', any: '不限', waiting: '尚未派发', dueOnly: '只看今日到期', reopenedOnly: '只看重新办理的', more: '更多',
  },
  templates: {
    title: '答复模板', open: '答复模板', new: '新建模板', intro: '花括号里的词逐件填写；每次修改都留下版本，答过的不受影响。', empty: '还没有答复模板', emptyHint: '从下面选一个开始，改成自己的话再保存。', offered: '可以这样开始', use: '以此新建', name: '名称', words: '内容', outcome: '默认办理结果', forAll: '全区都能用', ofAll: '全区', place: '插入', edit: '修改', versions: '历次版本', version: '第 {n} 版', retired: '已停用', retire: '停用', retireAsk: '停用后不再列出；已发出的答复和历次版本都保留。', saved: '已保存“{name}”', gone: '已停用“{name}”', by: '{who} 于 {at} 保存', sample: '填好后的样子', yours: '由{who}维护',
  },
  board: {
    title: '派单看板', open: '派单看板', lane: { RECEIVED: '待受理', ACCEPTED: '待派发', DISPATCHED: '待签收', HANDLING: '办理中', REPLIED: '待回访' }, lanes: '看哪一列', none: '没有', more: '另有 {n} 件，到列表看', loads: '各单位手上', loadOf: '在办 {n}', today: '今日到期 {n}', late: '超时 {n}', noLoads: '各单位手上都没有在办的',
    suggest: '建议', noUnit: '没有建议，请选单位', accept: '受理', dispatch: '派给{unit}', other: '派给别的单位', send: '派发', sent: '已派给{unit}', accepted: '已受理', drag: '把待派发的卡片拖到单位上就派给它；键盘：选中卡片后按 d 派给建议单位，a 受理，o 选别的单位。', all: '按建议派发 {n} 件', each: '所选各派给自己的建议单位', keyDispatch: '派给建议单位', keyAccept: '受理', keyOther: '选别的单位', keyNext: '下一张卡片', keyPrev: '上一张卡片', every: '每 {n} 秒更新', street: '街道', cls: '类别',
  },
}
export const en = {
  keys: { pick: 'Choose this one or not', pickDown: 'Choose on to the next', pickUp: 'Choose on to the previous', drop: 'Choose none', view: 'Open a view by its number' },
  bulk: {
    picked: '{n} chosen', pickOf: 'Choose: {title}', pickAll: 'All {n} shown', drop: 'Choose none', answer: 'Answer from a template', label: 'Many at once',
    hint: 'Each by itself: one that is refused keeps none of the others back.', go: '{act} {n}', working: '{n} of {all}', done: '{n} done', refused: '{n} refused, still chosen', toCases: 'Back to the list', supervise: 'What is asked',
  },
  answer: {
    title: 'Answer many', template: 'Template', none: 'no template', edit: 'Edit templates', words: 'Reply', wordsHelp: '{places} are filled for each', paper: 'Proof: name and number of a paper', paperHelp: 'One paper on file for all; a finished activity is added where one is linked. “Resolved” takes a photo or an activity: answer it by itself.',
    preview: 'Preview each', look: '{n} filled; each can be written anew', blocked: '{n} cannot be answered now and are not sent', gone: '{n} are out of your reach and are not sent', member: 'merged {number}', activity: 'with the finished activity as proof', send: 'Sign {n}', signed: 'Signed by you; each keeps its own reply and call-back.', back: 'Back',
  },
  places: { 编号: 'number', 地点: 'place', 类别: 'class', 标题: 'title', 收到日期: 'day of receipt', 承办单位: 'lead unit' },
  views: {
    title: 'Views', mine: 'For my unit', dueToday: 'Due today', overdue: 'Overdue', undispatched: 'Not dispatched', reopened: 'Reopened', emergencies: 'Emergencies', callBack: 'Wait for call-back', own: 'My views', shared: 'Shared by colleagues', filters: 'Filters', show: 'Views and filters', hide: 'Less', clear: 'Clear filters',
    save: 'Save as a view', name: 'Name of the view', nameHelp: 'Keeps the filters and the order as they are', share: 'colleagues of my unit may use it', saved: 'View “{name}” kept', removed: 'View “{name}” removed', remove: 'Remove the view “{name}”', removeAsk: 'Only the view goes; the appeals stay.', change: 'Keep the filters as “{name}”', changed: '“{name}” changed',
    channel: 'Channel', cls: 'Class', urgency: 'Urgency', unit: 'Lead unit', street: 'Street', any: 'any', waiting: 'Not dispatched', dueOnly: 'Due today only', reopenedOnly: 'Reopened only', more: 'More',
  },
  templates: {
    title: 'Reply templates', open: 'Templates', new: 'New template', intro: 'Words in braces are filled for each appeal; every edit is a version, and what was sent stays.', empty: 'No template yet', emptyHint: 'Begin with one below, and make it your own.', offered: 'To begin with', use: 'Begin with this', name: 'Name', words: 'Words', outcome: 'Usual outcome', forAll: 'for the whole district', ofAll: 'district', place: 'Insert', edit: 'Edit', versions: 'Versions', version: 'version {n}', retired: 'put away', retire: 'Put away', retireAsk: 'It is offered no longer; replies sent and all versions stay.', saved: '“{name}” kept', gone: '“{name}” put away', by: 'kept by {who}, {at}', sample: 'As it will read', yours: 'kept by {who}',
  },
  board: {
    title: 'Dispatch board', open: 'Board', lane: { RECEIVED: 'To accept', ACCEPTED: 'To dispatch', DISPATCHED: 'To sign for', HANDLING: 'In hand', REPLIED: 'Await call-back' }, lanes: 'Lane', none: 'None', more: '{n} more in the list', loads: 'On the units’ desks', loadOf: '{n} open', today: '{n} due today', late: '{n} overdue', noLoads: 'No unit has anything open',
    suggest: 'Suggested', noUnit: 'No suggestion, choose a unit', accept: 'Accept', dispatch: 'To {unit}', other: 'To another unit', send: 'Dispatch', sent: 'Dispatched to {unit}', accepted: 'Accepted', drag: 'Drag a card to a unit to dispatch it there. Keys on a card: d to the suggested unit, a accepts, o chooses another unit.', all: 'Dispatch {n} as suggested', each: 'Each to its own suggested unit', keyDispatch: 'To the suggested unit', keyAccept: 'Accept', keyOther: 'Choose another unit', keyNext: 'Next card', keyPrev: 'Previous card', every: 'every {n} s', street: 'Street', cls: 'Class',
  },
}
