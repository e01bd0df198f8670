import { messages } from '@/i18n/messages'

export default messages({
  zh: {
    product: '幸福里', demo: '示例', skip: '跳到正文', back: '返回', again: '再试一次', loading: '正在打开…', close: '关上',
    other: 'English', otherLabel: '切换到英文',
    large: '大字', largeOn: '大字版，已打开', largeOff: '换成大字版',
    read: '念给我听', readStop: '停下不念',
    offline: '手机没有网。已经打开的还能看，写的都存在这部手机里。',
    act: { report: '反映问题', mine: '我的反映', reportShort: '反映', mineShort: '查进度' },
    state: { ON_TIME: '按时', AT_RISK: '可能晚', LATE: '晚了' },
    place: {
      title: '我家这栋楼', building: '{estate} {building}', at: '{building} {stairwell} 单元', stairwells: '{n} 个单元', households: '{n} 户',
      doing: '正在做：{what}', dayN: '第 {n} 天，计划 {date}做完。', starts: '计划 {date}做完。', sure: '{node}的把握约', stopped: '眼下没有在施工。', stoppedHint: '开工前会在这里和楼门口先告诉您。',
      week: '这周请留意', night: '夜里 22 点到 6 点不施工', quietWeek: '这周没有停水停电，也没有大声的活。', whole: '整栋楼', some: '{list} 单元', listMark: '、',
      where: '做到哪一步了', who: '找谁', sudden: '急事随时打', suddenHint: '24 小时，漏水、停电、绊倒', call: '打电话给{who}', callReception: '打电话给接待点', more: '这周还有 {n} 件事', less: '收起来',
      urgent: '房子有危险、有人受伤，先打 119、120。', from: '{from}到{to}', untilBig: '{date}做完', tag: { WORK: '正常', NOISE: '噪音', WATER: '停水', POWER: '停电', GAS: '停气', HEAT: '停暖', NETWORK: '断网', OUTAGE: '停用' },
      step: { DONE: '已完成', NOW: '正在做', NEXT: '还没到' },
    },
    start: {
      title: '幸福里居民页面', lead: '请扫楼门口的二维码，就能看到您家这栋楼在做什么。', code: '扫不了？输入牌子上的编号', open: '打开', last: '上次看的：{place}',
    },
    report: {
      title: '反映问题', scanned: '扫码已填好位置', change: '更改', done: '就这里', which: '在哪个单元？', whole: '整栋楼、楼外面', kind: '是哪一类？', kindHint: '不选也行，接待点会帮您分。',
      otherKind: '其他，说不清算哪类', words: '说说怎么了', wordsHint: '哪里、什么时候开始的、多严重。', dictate: '说话，变成文字', listening: '在听，点一下结束', dictateHint: '普通话最准，识别错了可以改。声音由手机浏览器转成文字，我们不存录音。',
      noMicrophone: '手机没让用麦克风。可以打字，或者用输入法上的话筒。', deaf: '没听清，再说一次，或者直接打字。', photos: '拍照片', shoot: '拍一张', shootMore: '再拍一张', photosHint: '最多 6 张，在手机上先变小。照片里的拍摄地点会去掉。请别拍到别人的脸。', full: '6 张满了', remove: '去掉第 {n} 张', photo: '第 {n} 张照片', unreadable: '这张打不开，换一张试试。', photosNotKept: '这部手机不让存照片，请别关页面，直接交。',
      who: '怎么找您', whoHint: '都可以不填。留了电话，我们才能打给您说修好没有。', name: '怎么称呼', phone: '手机号或座机', optional: '可不填', phoneBad: '电话号码像是不全，请再看一眼。',
      confidential: '请替我保密', confidentialHint: '只有办这件事的人看得到是谁说的，施工单位看不到。', consentTitle: '这些内容怎么用',
      consentWhat: '留下的：您写的话和照片，还有您愿意填的称呼和电话。', consentWho: '只给接待点和办这件事的人看，不公开，不给别人。', consentLong: '称呼和电话在办结 {n} 个月后抹掉，事情本身留作档案。随时可以打接待点电话要求早点删。', consent: '我看明白了，同意这样用',
      send: '交给接待点', sendAgain: '现在再交一次', sending: '正在交…', edit: '先不交，再改改',
      draft: '草稿，只在这部手机里', draftEmpty: '边写边存在这部手机里', restored: '上次没写完的还在。', startOver: '不要了，重新写', startOverSure: '写的话和照片都会删掉。', startOverYes: '删掉重写', startOverNo: '留着',
      notKept: '这部手机不让存草稿，写完请直接交，别关页面。', waiting: '还没交出去，都存在这部手机里。有网了会自动再交，不会交重。', waitingNoNet: '手机没有网。还没交出去，都存在这部手机里；一有网就自动交，不会交重。',
      refused: '接待点没有收下：', missing: '还差：{list}', missingWords: '说说怎么了', missingConsent: '点一下同意', missingPhone: '电话号码',
    },
    receipt: {
      title: '收到了', received: '已收到', number: '编号', keep: '编号已记在这部手机里，打开“我的反映”就能看进度。', lookupPhone: '换一部手机看：输入编号和您留的电话。', lookupCode: '换一部手机看：输入编号和查询码', codeHint: '您没留电话，请记下查询码，它代替电话号码。', accept: '最晚受理', reply: '最晚答复', see: '看进度', home: '回到我家这栋楼', copy: '抄下编号', copied: '已复制', next: '接下来', next1: '接待点看到后受理，这里会写明交给了谁。', next2: '办完先给您答复和照片。', next3: '修好没有，您说了算。没修好就退回重办。', unknown: '这部手机里没有这张回执', unknownHint: '可以用编号和电话查。', lookup: '去查进度',
    },
    status: {
      title: '我的反映', mine: '这部手机交过的', none: '这部手机还没有交过问题。', noneHint: '在别处交过的，用编号和电话查。', look: '用编号查', number: '编号', numberHint: '回执上的，像 SQ-20220413-0057', key: '电话或查询码', keyHint: '您当时留的电话；没留电话的，填回执上的查询码。', find: '查进度', wrong: '没有查到。请看看编号和电话是不是当时的那个。', wrongHint: '为了保护反映的人，哪一项不对我们不说。', tooMany: '查得太快了，过几分钟再试。', empty: '编号和电话都要填。', forget: '从这部手机上去掉', forgetSure: '只是这部手机不再记得，事情照常办。', drafts: '没写完的', draftAt: '接着写：{place}', waiting: '等着交出去：{place}',
    },
    case: {
      title: '我的反映', number: '编号 {number}', state: { RECEIVED: '等受理', ACCEPTED: '已受理', DISPATCHED: '已派给人', HANDLING: '正在办', PAUSED: '暂停', MERGED: '一起办', REPLIED: '等您确认', REOPENED: '重新办', CLOSED: '办结', ARCHIVED: '办结归档' },
      pace: { WITHIN: '时限内', NEAR: '快到了', OVER: '超时', ANSWERED: '按时答复' }, used: '已用 {n} 个工作日', usedAnswered: '用了 {n} 个工作日', latest: '最晚', bar: '{limit} 个工作日里已用 {used} 个', over: '超出 {n} 个工作日',
      reopened: '第 {n} 次重新办，编号不变', steps: '办到哪一步了', reply: '答复', replyFrom: '{at} · {by}', photo: '看大图：{what}',
      ask: '修好了吗？您说了算', yes: '满意，办结', no: '没修好', noHint: '点“没修好”就退回重办，编号不变，不会关掉。', why: '哪里没修好？写几句，没写也行。', whyYes: '想说几句吗？没写也行。', sendNo: '退回重办', sendYes: '确认办结', cancel: '先不点', sending: '正在交…',
      notSent: '还没交出去，请再点一次。您写的话还在。', thanksYes: '已办结，谢谢您。', thanksYesHint: '以后又坏了，还在这里点一下“又坏了”，编号不变。', thanksNo: '收到，已退回重办。', thanksNoHint: '编号不变，时限重新算，办完再请您确认。', again: '又坏了，重新办', call: '打电话问接待点', refresh: '看看有没有新的', refreshed: '刚刚看过，{time}',
      old: '没有网，这是 {at} 看到的。', expired: '页面开久了，请再打开一次。', gone: '先输入编号和电话',
    },
    error: {
      title: '没有打开', net: '没有连上。看看手机有没有网，再试一次。', server: '我们这边出了点问题，不是您的手机。', notFound: '没有这个楼门口的编号', notFoundHint: '牌子可能换过。请再扫一次，或者直接打接待点的电话。', page: '没有这一页', pageHint: '地址可能抄错了。', home: '回到开头', tooMany: '看的人太多，过一分钟再试。',
    },
  },
  en: {
    product: 'Xingfuli', demo: 'Sample', skip: 'Skip to content', back: 'Back', again: 'Try again', loading: 'Opening…', close: 'Close',
    other: '中文', otherLabel: 'Switch to Chinese',
    large: 'Large', largeOn: 'Large type, switched on', largeOff: 'Switch to large type',
    read: 'Read aloud', readStop: 'Stop reading',
    offline: 'No network. What is open stays readable, and what you write is kept on this phone.',
    act: { report: 'Report a problem', mine: 'My reports', reportShort: 'Report', mineShort: 'Progress' },
    state: { ON_TIME: 'On time', AT_RISK: 'May be late', LATE: 'Late' },
    place: {
      title: 'My building', building: '{estate}, {building}', at: '{building}, stairwell {stairwell}', stairwells: '{n} stairwells', households: '{n} homes',
      doing: 'Now: {what}', dayN: 'Day {n}, to be done by {date}.', starts: 'To be done by {date}.', sure: 'Chance of {node}: about', stopped: 'No work at the moment.', stoppedHint: 'You will read here and at the door before it starts.',
      week: 'This week', night: 'No work from 22:00 to 6:00', quietWeek: 'No outage and no loud work this week.', whole: 'whole building', some: 'stairwells {list}', listMark: ', ',
      where: 'Where we are', who: 'Whom to call', sudden: 'Any time if urgent', suddenHint: '24 hours: leaks, no power, trips', call: 'Call {who}', callReception: 'Call the reception point', more: '{n} more this week', less: 'Show less',
      urgent: 'Building in danger or somebody hurt: call 119 or 120 first.', from: '{from} to {to}', untilBig: 'Done by {date}', tag: { WORK: 'Normal', NOISE: 'Noise', WATER: 'No water', POWER: 'No power', GAS: 'No gas', HEAT: 'No heating', NETWORK: 'No network', OUTAGE: 'Outage' },
      step: { DONE: 'done', NOW: 'now', NEXT: 'to come' },
    },
    start: {
      title: 'Xingfuli for residents', lead: 'Scan the code at your stairwell to see what happens at your building.', code: 'Cannot scan? Type the code on the plate', open: 'Open', last: 'Seen last: {place}',
    },
    report: {
      title: 'Report a problem', scanned: 'Place filled in by the code', change: 'Change', done: 'Here', which: 'Which stairwell?', whole: 'Whole building or outside', kind: 'What kind?', kindHint: 'You may leave it; the reception point will sort it.',
      otherKind: 'Something else, or not sure', words: 'What is wrong?', wordsHint: 'Where, since when, how bad.', dictate: 'Speak instead of typing', listening: 'Listening, press to end', dictateHint: 'Correct it if it misheard. Your browser turns the voice into words; we keep no recording.',
      noMicrophone: 'The phone did not allow the microphone. Type, or use the one on your keyboard.', deaf: 'Not heard. Say it again, or type.', photos: 'Photos', shoot: 'Take one', shootMore: 'One more', photosHint: 'Up to 6, made smaller on the phone. The place stored in a photo is removed. Please leave out the faces of others.', full: 'All 6 taken', remove: 'Remove photo {n}', photo: 'Photo {n}', unreadable: 'This one cannot be opened; try another.', photosNotKept: 'This phone cannot keep photos. Please leave the page open and send now.',
      who: 'How to reach you', whoHint: 'Nothing here is required. With a phone number we can call you when it is done.', name: 'Your name', phone: 'Phone', optional: 'optional', phoneBad: 'The number looks incomplete; please check.',
      confidential: 'Keep it confidential', confidentialHint: 'Only those who handle the matter see who said it; the contractor does not.', consentTitle: 'What happens with this',
      consentWhat: 'Kept: your words and photos, and your name and phone if you gave them.', consentWho: 'Seen only by the reception point and those who handle it. Not published, not passed on.', consentLong: 'Name and phone are erased {n} months after the case is closed; the matter itself stays on file. Ask the reception point any time to delete earlier.', consent: 'I have read this and agree',
      send: 'Hand it in', sendAgain: 'Send now', sending: 'Sending…', edit: 'Not yet, change it',
      draft: 'Draft, only on this phone', draftEmpty: 'Kept on this phone as you write', restored: 'What you began last time is still here.', startOver: 'Discard and start again', startOverSure: 'Your words and photos will be deleted.', startOverYes: 'Delete them', startOverNo: 'Keep them',
      notKept: 'This phone cannot keep drafts. Please send before you leave the page.', waiting: 'Not sent yet; everything is kept on this phone. It goes by itself once it gets through, and never twice.', waitingNoNet: 'No network. Not sent yet; everything is kept on this phone. It goes by itself with the network, and never twice.',
      refused: 'The reception point did not take it:', missing: 'Still needed: {list}', missingWords: 'what is wrong', missingConsent: 'your consent', missingPhone: 'the phone number',
    },
    receipt: {
      title: 'Received', received: 'Received', number: 'Number', keep: 'This phone remembers the number; find the progress under “My reports”.', lookupPhone: 'On another phone: enter the number and the phone you gave.', lookupCode: 'On another phone: enter the number and this code', codeHint: 'You left no phone. Note the code; it takes the place of the phone number.', accept: 'Accepted by', reply: 'Answered by', see: 'See progress', home: 'Back to my building', copy: 'Copy the number', copied: 'Copied', next: 'What happens next', next1: 'The reception point accepts it and says here who has it.', next2: 'When it is done you get an answer and photos.', next3: 'Whether it is fixed is for you to say. If not, it goes back.', unknown: 'This phone does not have that receipt', unknownHint: 'You can look it up by number and phone.', lookup: 'Look it up',
    },
    status: {
      title: 'My reports', mine: 'Sent from this phone', none: 'Nothing was sent from this phone yet.', noneHint: 'Sent elsewhere? Look it up by number and phone.', look: 'Look up by number', number: 'Number', numberHint: 'On the receipt, like SQ-20220413-0057', key: 'Phone or code', keyHint: 'The phone you gave; if you gave none, the code on the receipt.', find: 'See progress', wrong: 'Nothing found. Please check the number and the phone.', wrongHint: 'To protect those who report we do not say which of the two is wrong.', tooMany: 'Too many tries; please wait a few minutes.', empty: 'Both number and phone are needed.', forget: 'Forget on this phone', forgetSure: 'Only this phone forgets it; the matter goes on.', drafts: 'Not finished', draftAt: 'Go on: {place}', waiting: 'Waiting to be sent: {place}',
    },
    case: {
      title: 'My reports', number: 'Number {number}', state: { RECEIVED: 'To be accepted', ACCEPTED: 'Accepted', DISPATCHED: 'Assigned', HANDLING: 'In hand', PAUSED: 'Paused', MERGED: 'Handled together', REPLIED: 'Your turn', REOPENED: 'Reopened', CLOSED: 'Closed', ARCHIVED: 'Closed and filed' },
      pace: { WITHIN: 'In time', NEAR: 'Due soon', OVER: 'Overdue', ANSWERED: 'Answered in time' }, used: '{n} working days used', usedAnswered: '{n} working days used', latest: 'At the latest', bar: '{used} of {limit} working days used', over: '{n} working days over',
      reopened: 'Reopened {n} time(s), same number', steps: 'How far it is', reply: 'Answer', replyFrom: '{at} · {by}', photo: 'Enlarge: {what}',
      ask: 'Is it fixed? You decide', yes: 'Satisfied, close it', no: 'Not fixed', noHint: '“Not fixed” sends it back under the same number; it is not closed.', why: 'What is not fixed? A few words, if you like.', whyYes: 'Anything to add? Only if you like.', sendNo: 'Send it back', sendYes: 'Close it', cancel: 'Not now', sending: 'Sending…',
      notSent: 'Not sent yet; please press again. Your words are still here.', thanksYes: 'Closed. Thank you.', thanksYesHint: 'If it breaks again, press “Broken again” here; the number stays.', thanksNo: 'Received and sent back.', thanksNoHint: 'The number stays, the clock starts anew, and you will be asked again.', again: 'Broken again, reopen', call: 'Call the reception point', refresh: 'Look for news', refreshed: 'Looked just now, {time}',
      old: 'No network; this is as of {at}.', expired: 'The page was open too long; please open it again.', gone: 'Enter number and phone first',
    },
    error: {
      title: 'It did not open', net: 'No connection. Check the network and try again.', server: 'Something is wrong on our side, not with your phone.', notFound: 'There is no such code', notFoundHint: 'The plate may have changed. Scan again, or call the reception point.', page: 'There is no such page', pageHint: 'The address may be mistyped.', home: 'Back to the start', tooMany: 'Too many visitors; try again in a minute.',
    },
  },
})
