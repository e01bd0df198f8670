import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '导入小区名册', intro: '整本检查，一次列出全部问题；有一处问题就一行也不导入。',
    drop: '把 Excel 拖到这里，或选择文件', choose: '选择文件', only: '只接受 .xlsx 工作簿', template: '下载模板', wrongKind: '“{name}”不是 .xlsx 工作簿。', wrongKindHint: '可能是旧版 .xls 或 CSV，请另存为 .xlsx 后再试。',
    steps: '步骤', step1: '填写模板', step1Hint: '三张表：小区、楼栋、户', step2: '上传检查', step2Hint: '逐行核对街道、年份、面积、户数', step3: '确认导入', step3Hint: '全部通过后一次写入',
    uploading: '正在上传…', history: '最近的导入', noHistory: '还没有导入过', file: '文件', state: '状态', when: '时间', by: '经办', faults: '问题',
    CHECKING: '检查中', FAULTY: '有问题', READY: '待导入', IMPORTING: '导入中', DONE: '已导入', FAILED: '失败', DISCARDED: '已放弃',
    checkingHint: '正在逐行检查，可以离开本页，稍后回来看结果。', importingHint: '正在写入，一次提交；中途断电也不会留下半份。',
    readyTitle: '检查通过，可以导入', readyHint: '小区 {estates} 个（新增 {fresh}、更新 {changed}）、楼栋 {buildings} 栋、单元 {stairwells} 个、住户 {households} 户。',
    faultyTitle: '发现 {n} 处问题，尚未导入任何数据', faultyHint: '请在 Excel 中改正后重新上传；可先下载问题清单，逐条对照。', shown: '以下列出前 {n} 处，全部见问题清单。',
    doneTitle: '导入完成', doneHint: '小区 {estates} 个、楼栋 {buildings} 栋、住户 {households} 户已入册。', failedTitle: '没有导入成功', failedHint: '没有写入任何数据，可以重新上传。',
    discardedTitle: '已放弃这次导入', discardedHint: '没有写入任何数据。', adopt: '确认导入', discard: '放弃', again: '换一个文件', download: '下载问题清单', toEstates: '查看小区', discarded: '已放弃“{name}”。',
    sheet: '工作表', row: '行', column: '列', value: '填写内容', message: '问题', maybe: '线索', blank: '（空）', allSheets: '全部工作表', progress: '进度',
  },
  en: {
    title: 'Import the register of estates', intro: 'The whole workbook is checked and all faults are listed at once; with one fault, not a row is imported.',
    drop: 'Drop an Excel workbook here, or choose a file', choose: 'Choose a file', only: 'Only .xlsx workbooks', template: 'Download the template', wrongKind: '“{name}” is not an .xlsx workbook.', wrongKindHint: 'Maybe an old .xls or a CSV; save it as .xlsx and try again.',
    steps: 'Steps', step1: 'Fill in the template', step1Hint: 'Three sheets: estates, buildings, households', step2: 'Upload and check', step2Hint: 'Streets, years, areas and households, row by row', step3: 'Confirm', step3Hint: 'Written at once when all is right',
    uploading: 'Uploading…', history: 'Recent imports', noHistory: 'Nothing imported yet', file: 'File', state: 'State', when: 'When', by: 'By', faults: 'Faults',
    CHECKING: 'Checking', FAULTY: 'Faulty', READY: 'Ready', IMPORTING: 'Importing', DONE: 'Imported', FAILED: 'Failed', DISCARDED: 'Discarded',
    checkingHint: 'Checking row by row; you may leave this page and come back for the result.', importingHint: 'Writing in one commit; even a power cut leaves nothing half done.',
    readyTitle: 'All right: ready to import', readyHint: '{estates} estates ({fresh} new, {changed} changed), {buildings} buildings, {stairwells} stairwells, {households} households.',
    faultyTitle: '{n} faults found, nothing imported', faultyHint: 'Correct them in Excel and upload again; the list of faults can be downloaded.', shown: 'The first {n} are listed here, all of them in the download.',
    doneTitle: 'Imported', doneHint: '{estates} estates, {buildings} buildings and {households} households are on the register.', failedTitle: 'The import failed', failedHint: 'Nothing was written; you may upload again.',
    discardedTitle: 'This import was discarded', discardedHint: 'Nothing was written.', adopt: 'Import', discard: 'Discard', again: 'Another file', download: 'Download the faults', toEstates: 'See the estates', discarded: 'Discarded “{name}”.',
    sheet: 'Sheet', row: 'Row', column: 'Column', value: 'Entry', message: 'Fault', maybe: 'Hint', blank: '(blank)', allSheets: 'All sheets', progress: 'Progress',
  },
})
