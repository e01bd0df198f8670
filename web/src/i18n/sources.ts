// The product ships with rules whose source is written in English beside them, in the database. On a Chinese screen they are
// said in Chinese; what somebody of the district has written is shown as it is.
const HEADS: [RegExp, string][] = [[/^assumption$/, '假设'], [/^brief$/, '任务书'], [/^domain\.md ([A-Z]?[\d.]+)$/, '领域资料 $1'], [/^brief: milestone ([\d-]+)$/, '任务书：节点 $1']]

const WORDS: Record<string, string> = {
  '1.6 ㎡ a cycle; at most a tenth of the greenery': '每辆 1.6 ㎡，至多占绿地的十分之一',
  '2022 dates of the city': '本市 2022 年的日期',
  'a bay of 2.5 m × 5 m; at most three tenths of the greenery may become grass-paved bays': '车位 2.5 m × 5 m，至多十分之三的绿地改为植草车位',
  'a day of visits in one stairwell': '一个单元入户一天',
  'a household is not left without two services on one day': '同一户同一天不同时停两样',
  'a reason in words, not a mark': '写明事由，不是打钩',
  'a request waits 24 hours and is of no use afterwards': '申请等 24 小时，过后无用',
  'a running activity is reported on every 14 days': '在建工序每 14 天报一次',
  'about half the reference estate of 22 buildings and 220 illegal structures': '约为参照小区（22 栋、220 处违建）的一半',
  'about half the reference estate of 22 buildings, 736 households and 220 illegal structures': '约为参照小区（22 栋、736 户、220 处违建）的一半',
  'as long as the account of who looked': '与查看记录同样久',
  'authorities outside the project': '项目以外的部门',
  'begun is mobilised (C01)': '进场（C01）即为开工',
  'by project, not by building': '按项目，不按楼栋',
  'calendar days between request and window': '申请到窗口之间的日历天数',
  'crews and answer time of the utility are not stated; number recalled': '公用单位未说明班组与答复时限，电话凭记忆',
  'crews are shared over the district': '班组全区共用',
  'domain.md 7 “visible score sheet”': '领域资料 7“评分表公开”',
  'domain.md 7': '领域资料 7',
  'earned value by approved budgets': '挣值按已批准的预算',
  'every 14 days': '每 14 天',
  'firms outside the project': '项目以外的企业',
  'form not read': '表式未读到原件',
  'hours between notice in the stairwell and outage': '楼道告知到停供之间的小时数',
  'ledger ÷ approved budget': '台账 ÷ 已批准预算',
  'list and grades are ours; class by 国办发〔2020〕23号 as in domain.md 3.1': '清单与等级为自拟，类别按国办发〔2020〕23号（领域资料 3.1）',
  'long enough to dial a number': '够拨一次电话',
  'needs street and command': '要街道和指挥部',
  'no local scoring rule was found': '未找到本地评分规定',
  'no price list of the district is at hand': '手头没有本区的价目',
  'none at night': '夜间不停',
  'none on statutory holidays': '法定节假日不停',
  'none on the days of the college and senior-high entrance examinations': '高考、中考日不停',
  'one a week while under way': '在建期间每周一份',
  'one request covers at most so many days': '一份申请至多这么多天',
  'only another plan makes room': '只有重排才有余地',
  'rain days of Suzhou and Wuxi, plum rains of a normal year in Nantong; pace, signatures and cost are ours': '雨日由苏州、无锡推算，未经本区实测；梅雨取南通常年日期；工期波动、签约、造价为自拟',
  'six months like other logs; who made whom a link counts for 30 days': '同其他日志六个月；谁给谁发链接保留 30 天',
  'survey, design, supervision and set-up at 5 % of the works; contingency 3 %': '勘察、设计、监理与临设按工程费 5 %，预备费 3 %',
  'the activity of the template that works on the service': '样板中动到该项公用设施的工序',
  'the contractor buys': '由施工单位采购',
  'the district': '全区',
  'the five years of the roof warranty (建设工程质量管理条例 art. 40) after the household was put on record': '住户登记后按屋面防水保修五年（《建设工程质量管理条例》第四十条）',
  'the lock-out forgets after 48 hours': '锁定 48 小时后不再计',
  'the site makes up for rain': '雨误由现场抢回',
  'the trench waits for every service that signs the excavation': '沟槽要等会签开挖的每家公用单位',
  'three years of accountability after leaving; 网络安全法 art. 21 asks for at least six months of logs': '离岗后追责三年；《网络安全法》第二十一条要求日志至少六个月',
  'unit costs set so that the reference estate comes to about 500 to 550 元/㎡ (domain.md 2.2)': '单价取值使参照小区约 500～550 元/㎡（领域资料 2.2）',
  'weighed by planned days': '按计划天数加权',
  'when the pipes are tested': '管道试验时',
  'when the roof sub-part is accepted': '屋面子分部验收时',
  '2022 dates': '2022 年的日期',
  'on time ÷ due': '按时 ÷ 到期',
  'a common six in Chinese cities; the works are an assumption': '城市常用的六化，所含工程为假设',
  'percent reported times quantity': '填报百分数 × 工程量',
  'satisfaction weighs most; the weight is an assumption, the data comes with appeals': '满意度权重最大，权重为假设，数据随诉求模块而来',
  'satisfied ÷ validly called back': '满意 ÷ 有效回访',
}
const BEFORE: Record<string, string> = { assumption: '假设', recall: '凭记忆，未核对', brief: '任务书' }

/** Where a rule comes from, in the reader's language. */
export function sourceIn(language: string, source: string): string {
  if (language !== 'zh') return source
  for (const [head, zh] of HEADS) if (head.test(source)) return source.replace(head, zh)
  const parts = /^(assumption|recall|brief|domain\.md [A-Z]?[\d.]+): (.+)$/.exec(source)
  if (!parts) return WORDS[source] ?? source
  const before = BEFORE[parts[1]!] ?? parts[1]!.replace('domain.md', '领域资料')
  return `${before}：${WORDS[parts[2]!] ?? parts[2]}`
}
