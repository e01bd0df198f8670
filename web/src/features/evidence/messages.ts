import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    title: '证据', nav: '证据', photos: '照片', documents: '文件', all: '全部', estate: '小区', allEstates: '全部小区', from: '从', to: '到', showWithdrawn: '含已撤回',
    list: '照片和文件', listNote: '原件按内容留存，缩略图不含拍摄位置', empty: '还没有照片和文件', emptyHint: '现场照片随踏勘、周报和办件一起上传，也可以在这里直接上传。', add: '上传', addTo: '上传到 {estate}', addHint: '先选一个小区，再上传。',
    take: '拍照或选择照片', choose: '选择文件', drop: '也可以把文件拖到这里', limits: 'JPEG、PNG、WebP、PDF、xlsx、docx；照片会先缩小到 2560 像素以内，拍摄时间和位置保留', photoLimits: 'JPEG、PNG、WebP；照片会先缩小到 2560 像素以内，拍摄时间和位置保留', place: '附上现在的位置', placeOff: '没有得到位置，照片会不带位置上传', caption: '说明', captionOf: '{name} 的说明', waiting: '等待上传', shrinking: '正在缩小', sending: '已传 {n}%', done: '已上传', failed: '没有上传', retry: '重试', remove: '移除', removeOf: '移除 {name}',
    open: '查看 {caption}', previous: '上一张', next: '下一张', of: '第 {n} 张，共 {total} 张', noCaption: '无说明', taken: '拍摄', received: '收到', placeAt: '位置', within: '误差约 {n} 米', device: '设备', by: '上传人', inFile: '照片自带', size: '大小', original: '下载原件', hash: '内容指纹', seal: '封存',
    sealHelp: '封存：上传时把内容指纹和登记信息的哈希写进操作留痕的链里。以后改动文件或登记，核验时都会被发现。',
    verify: '核验', verifying: '正在核验…', sound: '核验通过：文件和登记与上传时一致，封存在第 {n} 条', soundSoon: '核验通过，封存将在一秒内完成', broken: '核验不通过',
    FILE_MISSING: '原件不见了', FILE_CHANGED: '原件被改动过', ROW_MISSING: '登记被删除', ROW_CHANGED: '登记被改动过', RECORD_MISSING: '留痕链里没有它的记录', RECORD_CHANGED: '留痕记录被改动过', WITHDRAWAL_CHANGED: '撤回状态与记录不符',
    TIME_APART: '说的时间与照片自带时间相差 {n}', PLACE_APART: '说的位置与照片自带位置相差 {n}', TAKEN_AFTER_RECEIVED: '拍摄时间比收到时间还晚 {n}', minutes: '{n} 分钟', hours: '{n} 小时', days: '{n} 天', metres: '{n} 米', kilometres: '{n} 公里', remark: '备注',
    withdraw: '撤回', withdrawTitle: '撤回这份证据', withdrawHint: '撤回后不再作为证据使用，但原件和原因会一直留存。', reason: '原因', withdrawn: '已撤回', withdrawnNote: '{by} 于 {at} 撤回：{reason}',
    pairs: '前后对比', pairsNote: '同一位置改造前后的两张照片', noPairs: '还没有前后对比', noPairsHint: '在下方照片上依次选“作为改造前”和“作为改造后”。', before: '改造前', after: '改造后', asBefore: '作为改造前', asAfter: '作为改造后', makePair: '配成对比', pairPlace: '位置，如“12 幢屋面”', slider: '分界位置：左侧是改造前，右侧是改造后', choosing: '已选改造前：{caption}', choosingNone: '先选改造前的照片', cancel: '取消',
    walkTitle: '全部核验', walkNote: '逐份重算文件指纹并与留痕链核对', walk: '开始核验', walking: '已核验 {n} / {total}', walkSound: '{n} 份全部一致', walkBad: '{n} 份异常', walkAt: '{at} 开始', noWalk: '还没有核验过', bytes: '{n} MB',
  },
  en: {
    title: 'Evidence', nav: 'Evidence', photos: 'Photos', documents: 'Documents', all: 'All', estate: 'Estate', allEstates: 'All estates', from: 'From', to: 'To', showWithdrawn: 'With withdrawn ones',
    list: 'Photos and files', listNote: 'originals are kept by content; small pictures carry no place', empty: 'No photos or files yet', emptyHint: 'Photos come in with surveys, weekly reports and requests; you may also send them from here.', add: 'Send', addTo: 'Send to {estate}', addHint: 'Choose an estate first, then send.',
    take: 'Take or choose photos', choose: 'Choose files', drop: 'or drop files here', limits: 'JPEG, PNG, WebP, PDF, xlsx, docx; photos are made smaller than 2560 pixels first, their time and place stay', photoLimits: 'JPEG, PNG, WebP; photos are made smaller than 2560 pixels first, their time and place stay', place: 'Send the present place along', placeOff: 'No place was found; the photos go without one', caption: 'Caption', captionOf: 'Caption of {name}', waiting: 'Waiting', shrinking: 'Making it smaller', sending: '{n}% sent', done: 'Sent', failed: 'Not sent', retry: 'Try again', remove: 'Remove', removeOf: 'Remove {name}',
    open: 'Look at {caption}', previous: 'Previous', next: 'Next', of: '{n} of {total}', noCaption: 'No caption', taken: 'Taken', received: 'Received', placeAt: 'Place', within: 'within {n} m', device: 'Device', by: 'Sent by', inFile: 'In the file', size: 'Size', original: 'Take the original', hash: 'Content hash', seal: 'Seal',
    sealHelp: 'Seal: when it came in, the hash of content and record went into the audit chain. Whoever changes file or record later is found out by a verification.',
    verify: 'Verify', verifying: 'Verifying…', sound: 'Verified: file and record are as they came in, sealed at no. {n}', soundSoon: 'Verified; the seal follows within a second', broken: 'Verification failed',
    FILE_MISSING: 'the original is missing', FILE_CHANGED: 'the original was changed', ROW_MISSING: 'the record was deleted', ROW_CHANGED: 'the record was changed', RECORD_MISSING: 'the audit chain does not know it', RECORD_CHANGED: 'its audit record was changed', WITHDRAWAL_CHANGED: 'its withdrawal does not fit the record',
    TIME_APART: 'stated time and time in the file are {n} apart', PLACE_APART: 'stated place and place in the file are {n} apart', TAKEN_AFTER_RECEIVED: 'taken {n} after it was received', minutes: '{n} min', hours: '{n} h', days: '{n} d', metres: '{n} m', kilometres: '{n} km', remark: 'Remark',
    withdraw: 'Withdraw', withdrawTitle: 'Withdraw this evidence', withdrawHint: 'It proves nothing any more, but original and reason stay on record.', reason: 'Reason', withdrawn: 'Withdrawn', withdrawnNote: 'withdrawn by {by} at {at}: {reason}',
    pairs: 'Before and after', pairsNote: 'two photos of one place', noPairs: 'No pairs yet', noPairsHint: 'On the photos below choose "As before", then "As after".', before: 'Before', after: 'After', asBefore: 'As before', asAfter: 'As after', makePair: 'Join the two', pairPlace: 'Place, such as "roof of no. 12"', slider: 'Where the pictures meet: before on the left, after on the right', choosing: 'Before: {caption}', choosingNone: 'Choose the photo before first', cancel: 'Cancel',
    walkTitle: 'Verify all', walkNote: 'every file is hashed again and held against the audit chain', walk: 'Start', walking: '{n} of {total} verified', walkSound: 'all {n} as they came in', walkBad: '{n} faults', walkAt: 'started {at}', noWalk: 'Not verified yet', bytes: '{n} MB',
  },
})
