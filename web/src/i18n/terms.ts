// The words of the field that are not plain, each explained once, for whoever stands on the site or in the street office.
// [code, Chinese, English, explained in Chinese, explained in English, source]. The names are those of the glossary.
export interface TermEntry { zh: string; en: string; saysZh: string; saysEn: string; source?: string }

const t = (zh: string, en: string, saysZh: string, saysEn: string, source?: string): TermEntry => ({ zh, en, saysZh, saysEn, ...(source ? { source } : {}) })

export const TERMS = {
  battleChart: t('作战图', 'Battle chart', '项目与节点的总表，最危险的排在最前；每一格写明状态、日期或天数，点开能看到原因。', 'Projects by nodes, the most endangered first; every cell says its state and date or days, and opens on its causes.'),
  node: t('节点', 'Node', '必须守住的日子：全面进场、屋面违建清零、平改坡完成、国庆前完工、竣工验收。', 'A day that must be kept: all sites entered, roof structures gone, pitched roofs finished, done before National Day, acceptance.'),
  backSchedule: t('倒排', 'Back-scheduling', '从节点往前推，算出每道工序最迟哪天必须开始。', 'Counting back from the node to the last day each activity may begin.'),
  frozenPlan: t('冻结计划', 'Frozen plan', '经批准、不再改动的计划，用来对照实际。新的计划冻结后，旧的仍可查看。', 'The approved plan that no longer changes and against which the actual course is read. Older ones stay readable.'),
  forecast: t('预测', 'Forecast', '按已报进度重新推算的完成日期；每报一次进度就更新一次。', 'The finish dates found again from the reported progress; every report renews them.'),
  slack: t('时差', 'Slack', '这道工序还能晚几天而不碰节点。负数就是已经晚了几天。', 'How many days an activity may still slip without touching the node; below zero it is late by so many.'),
  latestStart: t('最迟开始', 'Latest start', '过了这一天还不开始，节点就守不住。', 'Not begun after this day, the node cannot be kept.'),
  criticalChain: t('关键线路', 'Critical chain', '决定完工日期的一串工序，其中任何一道晚一天，完工就晚一天。', 'The run of activities that decides the finish: a day late in any of them is a day late at the end.'),
  atRisk: t('预警', 'At risk', '还赶得上，但剩下的时差已少于设定的天数。', 'It can still be kept, but the slack left is below the set number of days.'),
  late: t('滞后', 'Late', '按预测已经赶不上节点。', 'By the forecast the node is missed.'),
  unconfirmed: t('待确认', 'Unconfirmed', '这一数值或规则是我们的假定，尚无正式文件依据；确认或更正后标记消失。', 'The figure or rule is our assumption, without a document behind it yet; once confirmed or corrected the mark goes.'),
  sizeClass: t('小而易', 'Small and easy', '规模不大、难度不大的小区，要求国庆节前完成；由评分表得出，也可由人指定并写明理由。', 'An estate of little size and difficulty, due before National Day; found by a score sheet or chosen by a person with a reason.'),
  deliveryAgent: t('代建单位', 'Delivery agent', '受委托组织实施改造的单位，管施工、监理和每周进度。', 'The body commissioned to carry the renovation out; it leads contractor and supervisor and reports each week.'),
  supervisor: t('监理', 'Supervisor', '代表建设方在现场监督质量和安全，隐蔽工程须由其签字。', 'Watches quality and safety on the site for the client; concealed works need its signature.', '建设工程质量管理条例'),
  flatToPitched: t('平改坡', 'Flat-to-pitched roof', '在平屋顶上加建坡屋面，解决漏雨和隔热。须在梅雨前完成。', 'A pitched roof built over a flat one against leaks and heat; due before the plum rains.'),
  roofStructures: t('屋面违建', 'Illegal roof structure', '楼顶未经许可搭建的房间、棚架等，须先拆除才能做屋面。', 'Rooms and sheds built on the roof without permission; they go before the roof can be made.'),
  plumRain: t('梅雨', 'Plum rain', '每年约 6 月中旬至 7 月中旬的连阴雨；屋面必须在此之前封闭。', 'The long rain from about mid-June to mid-July; roofs must be closed before it.'),
  concealed: t('隐蔽工程', 'Concealed works', '完工后会被盖住的部分，如管线、防水层；盖住之前必须验收留证。', 'What will be covered, such as pipes and waterproofing; it is inspected and recorded before it is covered.', '建设工程质量管理条例 第三十条'),
  sprayTest: t('淋水试验', 'Spray test', '坡屋面连续淋水 2 小时检查是否渗漏；监理在场，结果签字。', 'A pitched roof under water for two hours to see whether it leaks; the supervisor stands by and signs.'),
  separation: t('雨污分流', 'Storm and foul separation', '雨水和污水各走各的管道。', 'Rainwater and sewage each in pipes of their own.'),
  adjustedWorkday: t('调休上班日', 'Adjusted working day', '为凑长假而补班的周末，按工作日计算。', 'A weekend day worked in exchange for a holiday; it counts as a working day.'),
  audit: t('留痕', 'Audit trail', '谁在什么时候做了什么，逐条记录，事后不能改动。', 'Who did what and when, entry by entry, and not to be altered afterwards.'),
  seal: t('封链', 'Sealed chain', '每条记录都带着前一条的指纹，少一条、改一个字都会被发现。', 'Every entry carries the fingerprint of the one before it: a missing entry or a changed word is found.'),
  mask: t('脱敏', 'Masking', '姓名、电话、门牌只显示一部分；确有需要时写明事由查看，查看本身也会留痕。', 'Names, telephones and door numbers are shown in part; who needs the whole gives a reason, and that is on record too.', '个人信息保护法'),
  deputy: t('代理', 'Deputy', '负责人不在时，由指定的人在一段时间内代行职责；到期自动结束。', 'Acts in a person\'s place between two dates; it ends by itself.'),
  gate: t('关口', 'Gate', '进入下一阶段前必须满足的一组条件，如开工、雨前封顶、竣工验收、交付。缺什么、谁来补，逐项列明。', 'The conditions to be met before the next stage: start, roof closed before the rains, acceptance, delivery. What is missing and whose move it is stands item by item.'),
  plannedValue: t('计划完成额 PV', 'Planned value (PV)', '按冻结计划，到今天应当完成的工程值多少钱。', 'What the works due by today under the frozen plan are worth.'),
  earnedValue: t('实际完成额 EV', 'Earned value (EV)', '实际做完的工程按预算值多少钱。', 'What the works actually done are worth by the budget.'),
  actualCost: t('实际成本 AC', 'Actual cost (AC)', '为已做的工程实际付出或计价的金额。', 'What has been paid or valued for the works done.'),
  spi: t('进度指数 SPI', 'Schedule index (SPI)', 'EV ÷ PV。小于 1 说明做得比计划少。', 'EV ÷ PV. Below 1, less has been done than planned.'),
  cpi: t('成本指数 CPI', 'Cost index (CPI)', 'EV ÷ AC。小于 1 说明花得比完成的多。', 'EV ÷ AC. Below 1, more has been spent than earned.'),
  survey: t('改造前体检', 'Pre-renovation survey', '开工前逐栋查看屋面、外墙、管线、停车、充电等，记下问题并拍照，作为改造内容的依据。', 'Roofs, walls, pipes, parking, charging and more looked at building by building before the start, noted and photographed; the works follow from it.'),
  classes: t('基础类、完善类、提升类', 'Basic, improving, enhancing works', '基础类是安全和基本生活，必须做；完善类看条件和意愿；提升类是更丰富的服务。', 'Basic works are for safety and plain living and must be done; improving ones follow conditions and wishes; enhancing ones bring richer services.', '国办发〔2020〕23号'),
  lanes: t('拆改建管', 'Demolish, renovate, build, manage', '拆违、改造、配套建设、长效管理四条线一体推进，前一条满足条件才移交后一条。', 'Four lanes carried forward as one: each hands over to the next when its conditions are met.'),
  jointSignOff: t('会签', 'Joint sign-off', '水、电、气、通信等相关单位都同意同一时间窗口，申请才算通过。', 'A request stands when every utility concerned has agreed on the same window.'),
  outageWindow: t('停供窗口', 'Outage window', '经会签的停水、停电、停气时段；同时是计划里的共用资源，先定先得。', 'The agreed time without water, power or gas; it is also a shared resource of the plan.'),
  carryOver: t('结转', 'Carry-over', '当年没做完的项目转到下一年，进度和剩余预算一并带走，两年都能看到。', 'A project unfinished this year goes to the next with its progress and the rest of its budget; both years show it.'),
  playbook: t('样板库', 'Playbook', '由已完工项目的实际情况改进的工序模板，有版本和来源项目。', 'The template of activities improved by what finished projects taught, with versions and the projects they come from.'),
  zeroDayGap: t('零日接管', 'Zero-day hand-over', '竣工交付当天，物业同日进驻，中间不留空档。', 'On the day of delivery the property manager moves in: no gap between.'),
  sixDimensions: t('六化', 'Six dimensions', '绿化、亮化、净化、美化、序化、智慧化（名称可改，待确认）。', 'Greening, lighting, cleaning, beautifying, ordering, smart (names may be changed; unconfirmed).'),
  denominator: t('分母', 'Denominator', '比例是“几分之几”里的“几”：没有分母的百分比不可信。', 'What a share is a share of: a percentage without it cannot be trusted.'),
  verification: t('验真', 'Verification', '重新计算照片或文件的指纹，与入库时封存的比对，看是否被动过。', 'The fingerprint of a photo or file is computed again and held against the one sealed when it came in.'),
  sample: t('示例数据', 'Sample data', '演示用的虚构数据，不是任何真实小区、单位或个人。', 'Invented for the demonstration: no real estate, firm or person.'),
  schematic: t('示意图', 'Schematic map', '我们自己画的街道示意，不代表真实边界和距离。', 'Our own drawing of the streets; not their real outlines or distances.'),
} satisfies Record<string, TermEntry>

export type TermCode = keyof typeof TERMS
