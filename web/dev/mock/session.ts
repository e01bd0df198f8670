import type { Handlers } from '../mock'

const permissions = ['SESSION', 'PEOPLE_READ', 'PEOPLE_MANAGE', 'AUDIT_READ', 'AUDIT_VERIFY', 'ESTATE_READ', 'ESTATE_EDIT', 'ESTATE_IMPORT', 'HOUSEHOLD_READ',
  'PROGRAMME_READ', 'PROGRAMME_EDIT', 'PLAN_COMPUTE', 'PLAN_FREEZE', 'PROGRESS_REPORT', 'CHART_READ', 'CALENDAR_IMPORT']
const session = {
  person: { id: 'p1', name: '区计划专员', title: '计划员', signInName: 'planner' },
  appointments: [{ id: 'a1', role: 'PLANNER', roleName: { zh: '计划员', en: 'Planner' }, scopeKind: 'DISTRICT', area: '320613', areaName: '示范区', projectId: null, projectName: null }],
  permissions, businessDate: '2022-04-20', demo: true, districtName: '示范区', mustChangePassword: false, mustEnrol: false, secondFactor: false,
}
let signedIn = true
const refuse = (status: number, code: string, detail: string, detailEn: string, values = {}) => { throw { status, code, detail, detailEn, values } }

const ORGANISATIONS = [
  { id: 'o0', parentId: null, kind: 'DISTRICT', name: '示范区', area: '320613' },
  ...['城东街道', '虹桥街道', '学田街道'].flatMap((name, i) => [{ id: `s${i}`, parentId: 'o0', kind: 'STREET', name, area: `32061300${i + 1}` }, { id: `c${i}`, parentId: `s${i}`, kind: 'COMMUNITY', name: '第一社区', area: `32061300${i + 1}001` }]),
  { id: 'k1', parentId: 'o0', kind: 'CONTRACTOR', name: '施工一标段', area: null }, { id: 'k2', parentId: 'o0', kind: 'DELIVERY_AGENT', name: '代建中心', area: null },
]
const PEOPLE = Array.from({ length: 14 }, (_, i) => ({
  id: `p${i}`, name: ['计划专员', '虹桥街道专员', '审计专员', '系统管理员'][i % 4]! + (i > 3 ? i : ''), title: ['计划员', '街道专员', '审计员', '系统管理员'][i % 4], signInName: `user${i}`, organisationId: ['o0', 's1', 'o0', 'k1'][i % 4], organisationName: ['示范区', '虹桥街道', '示范区', '施工一标段'][i % 4],
  disabled: i === 5, hasPassword: i !== 6, lockedUntil: i === 7 ? '2026-11-24T03:10:00Z' : null, appointments: i % 3 ? [{ ...session.appointments[0]!, id: `a${i}` }] : [],
}))

export default {
  'GET /api/oidc/providers': () => [{ code: 'district', name: '区统一认证' }],
  'GET /api/account/second-factor': () => ({ since: null, recoveryCodesLeft: 0, demanded: false }),
  'GET /api/account/sessions': () => [{ id: 'a1', since: '2026-11-26T01:00:00Z', lastUsed: '2026-11-26T02:00:00Z', address: '10.1.2.3', agent: 'Chrome/140 Windows', provider: null, current: true }],
  'GET /api/account/linked-sign-ins': () => ({ links: [], offered: [{ code: 'district', name: '区统一认证' }] }),
  'GET /api/account/tokens': () => [],
  'GET /api/notices/unread': () => ({ unread: 3, failed: 0 }),
  'GET /api/notices': () => ({ items: [], next: null, total: 0 }),
  'GET /api/roles': () => [{ code: 'PLANNER', name: { zh: '计划员', en: 'Planner' }, scopeKind: 'DISTRICT', permissions }, { code: 'STREET_OFFICER', name: { zh: '街道专员', en: 'Street officer' }, scopeKind: 'STREET', permissions: ['ESTATE_READ'] }, { code: 'CONTRACTOR', name: { zh: '施工项目经理', en: 'Contractor' }, scopeKind: 'PROJECT', permissions: ['PROGRESS_REPORT'] }],
  'GET /api/organisations': () => ORGANISATIONS,
  'POST /api/organisations': ({ body }) => ({ ...(body as object), id: 'ox' }),
  'PATCH /api/organisations/{id}': ({ body }) => body,
  'GET /api/people': ({ query }) => { const items = PEOPLE.filter((p) => p.name.includes(query.get('query') ?? '')); return { items, next: null, total: items.length } },
  'POST /api/people': () => ({ id: 'p9', setPasswordLink: 'http://localhost:8080/setup/9c2f1e' }),
  'POST /api/people/{id}/password-link': () => ({ link: 'http://localhost:8080/setup/77aa' }),
  'POST /api/people/{id}/disable': ({ path }) => { PEOPLE.find((p) => p.id === path.id)!.disabled = true },
  'POST /api/people/{id}/enable': ({ path }) => { PEOPLE.find((p) => p.id === path.id)!.disabled = false },
  'POST /api/people/{id}/appointments': () => session.appointments[0],
  'DELETE /api/people/{id}/appointments/{appointmentId}': () => undefined,
  'GET /api/session': () => (signedIn ? session : refuse(401, 'identity.signed-out', '请先登录。', 'Please sign in.')),
  'POST /api/session': ({ body }) => {
    const { password } = body as { password: string }
    if (password === 'locked') refuse(429, 'identity.locked', '密码错误次数过多，请 15 分钟后再试。', 'Too many wrong passwords; try again in 15 minutes.', { minutes: 15 })
    if (password === 'wrong') refuse(401, 'identity.wrong-password', '登录名或密码不对。', 'Wrong sign-in name or password.')
    signedIn = true
    return session
  },
  'DELETE /api/session': () => { signedIn = false },
  'POST /api/session/password': () => undefined,
  'GET /api/setup/{token}': ({ path }) => ({ valid: path.token !== 'old', purpose: path.token === 'first' ? 'FIRST_ADMINISTRATOR' : 'SET_PASSWORD', name: '虹桥街道专员', signInName: 'hongqiao' }),
  'POST /api/setup/{token}': () => undefined,
} satisfies Handlers
