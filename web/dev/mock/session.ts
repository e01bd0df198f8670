import type { Handlers } from '../mock'

const permissions = ['SESSION', 'PEOPLE_READ', 'PEOPLE_MANAGE', 'AUDIT_READ', 'AUDIT_VERIFY', 'ESTATE_READ', 'ESTATE_EDIT', 'ESTATE_IMPORT', 'HOUSEHOLD_READ',
  'PROGRAMME_READ', 'PROGRAMME_EDIT', 'PLAN_COMPUTE', 'PLAN_FREEZE', 'PROGRESS_REPORT', 'CHART_READ', 'CALENDAR_IMPORT']
const session = {
  person: { id: 'p1', name: '区计划专员', title: '计划员', signInName: 'planner' },
  appointments: [{ id: 'a1', role: 'PLANNER', roleName: { zh: '计划员', en: 'Planner' }, scopeKind: 'DISTRICT', area: '320613', areaName: '示范区', projectId: null, projectName: null }],
  permissions, businessDate: '2022-04-20', demo: true, districtName: '示范区', mustChangePassword: false,
}
let signedIn = true
const refuse = (status: number, code: string, detail: string, detailEn: string, values = {}) => { throw { status, code, detail, detailEn, values } }

export default {
  'GET /api/session': () => (signedIn ? session : refuse(401, 'identity.signed-out', '请先登录。', 'Please sign in.')),
  'POST /api/session': ({ body }) => {
    const { password } = body as { password: string }
    if (password === 'locked') refuse(423, 'identity.locked', '账户已暂时锁定。', 'The account is locked.', { lockedUntil: '2026-11-24T03:10:00Z' })
    if (password === 'wrong') refuse(401, 'identity.wrong-password', '登录名或密码不对。', 'Wrong sign-in name or password.')
    signedIn = true
    return session
  },
  'DELETE /api/session': () => { signedIn = false },
  'POST /api/session/password': () => undefined,
  'GET /api/setup/{token}': ({ path }) => ({ valid: path.token !== 'old', purpose: path.token === 'first' ? 'FIRST_ADMINISTRATOR' : 'SET_PASSWORD', name: '虹桥街道专员', signInName: 'hongqiao' }),
  'POST /api/setup/{token}': () => undefined,
} satisfies Handlers
