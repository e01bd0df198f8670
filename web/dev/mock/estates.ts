import type { Handlers } from '../mock'

const STREETS = ['城东街道', '和平桥街道', '任港街道', '新城桥街道', '虹桥街道', '学田街道', '钟秀街道', '文峰街道', '观音山街道'].map((name, i) => ({ code: `32061300${i + 1}`, name }))
const NAMES = ['柳荫新村', '河畔一村', '纺织二宿舍', '向阳东里', '机械厂宿舍', '青云里', '文昌小区', '建设里', '南门大院', '迎春苑', '和平里', '红旗新居', '石桥铁路院', '湖滨新居', '梧桐里']
const rows = Array.from({ length: 45 }, (_, i) => {
  const s = STREETS[i % 9]!
  const buildings = 8 + ((i * 7) % 28)
  return {
    id: `e${i}`, name: `${NAMES[i % 15]}${['', '南区', '北区'][Math.floor(i / 15)]}`, code: `XQ-${String(i + 1).padStart(3, '0')}`, street: s.code, streetName: s.name, community: `${s.code}001`, communityName: '第一社区',
    address: `示范路 ${i * 3 + 1} 号`, builtFrom: 1982 + (i % 12), builtTo: 1986 + (i % 12), buildings, households: buildings * 33, floorArea: buildings * 2754, illegalStructures: buildings * 10,
    sizeClass: buildings < 14 ? 'SMALL_AND_EASY' : 'REGULAR', sizeClassChosen: false, version: 1,
  }
})
type Row = (typeof rows)[number]
const refuse = (status: number, code: string, detail: string, detailEn: string, more = {}): never => { throw { status, code, detail, detailEn, ...more } }
const find = (id: string): Row => rows.find((r) => r.id === id) ?? refuse(404, 'common.not-found', '没有这条记录，或不在您的职责范围内。', 'No such record, or outside your remit.')
const imports: Record<string, unknown>[] = []
const faults = Array.from({ length: 30 }, (_, i) => ({
  sheet: ['小区', '楼栋', '住户'][i % 3], row: 3 + i * 7, column: 'CEG'[i % 3], header: ['街道', '建成年份', '专有面积'][i % 3], code: 'estate.import.number', value: ['虹侨街道', '19八五', '-82.3'][i % 3],
  message: ['没有这个街道。', '年份应为四位数字。', '面积应大于 0。'][i % 3], messageEn: ['No such street.', 'A year has four digits.', 'An area is above 0.'][i % 3],
  maybe: ['可能是“虹桥街道”。', '可能是 1985。', '可能多了一个负号。'][i % 3], maybeEn: ['Maybe “虹桥街道”.', 'Maybe 1985.', 'Maybe a stray minus sign.'][i % 3],
}))

export default {
  'GET /api/streets': () => STREETS.map((s) => ({ ...s, communities: [{ code: `${s.code}001`, name: '第一社区' }], estates: rows.filter((r) => r.street === s.code).length })),
  'GET /api/size-rule': () => ({ maxBuildings: 12, maxHouseholds: 400, maxIllegalStructures: 120, unconfirmed: true, source: 'assumption' }),
  'GET /api/estates': ({ query }) => {
    const found = rows.filter((r) => (!query.get('query') || r.name.includes(query.get('query')!)) && (!query.get('street') || r.street === query.get('street')))
    const from = Number(query.get('cursor') ?? 0)
    return { items: found.slice(from, from + 20), next: from + 20 < found.length ? String(from + 20) : null, total: found.length }
  },
  'GET /api/estates/{id}': ({ path }) => {
    const r = find(path.id!)
    return {
      ...r, sizeClassChosen: false,
      quantities: { roofArea: 11200, facadeArea: 38200, drainLength: 3600, roadArea: 8200, parkingSpaces: 186, chargingPoints: 120, greenArea: 5300, stairwells: r.buildings * 3, roofStructures: r.buildings * 4, groundStructures: r.buildings * 6 },
      buildingSummary: { count: r.buildings, stairwells: r.buildings * 3, households: r.households, floorArea: r.floorArea, flatRoofs: r.buildings, minStoreys: 5, maxStoreys: 6 },
    }
  },
  'POST /api/estates': ({ body }) => ({ ...rows[0], ...(body as object), id: 'e0' }),
  'PATCH /api/estates/{id}': ({ path, body }) => {
    const r = find(path.id!)
    const given = body as Partial<Row>
    if (given.name === '冲突') refuse(409, 'common.stale-version', '这条记录刚被别人改过。', 'Somebody has just changed this record.')
    if ((given.floorArea ?? 1) > 1e7) refuse(422, 'common.invalid', '有内容不合要求。', 'Something is not right.', { errors: [{ pointer: '/floorArea', code: 'x', message: '面积不应超过 10,000,000 ㎡。', messageEn: 'At most 10,000,000 m².' }] })
    return Object.assign(r, given, { version: r.version + 1 })
  },
  'GET /api/estates/{id}/buildings': ({ path }) => Array.from({ length: find(path.id!).buildings }, (_, i) => ({ id: `${path.id}b${i}`, number: `${i + 1}号楼`, storeys: 6, builtYear: 1988, floorArea: 2754, stairwells: 3, households: 33, pitchedRoof: i % 7 === 0 })),
  'POST /api/estates/{id}/buildings': ({ body }) => ({ ...(body as object), id: 'bx', households: 0 }),
  'GET /api/buildings/{id}/households': () => ({ items: Array.from({ length: 33 }, (_, i) => ({ id: `h${i}`, stairwell: 1 + (i % 3), floor: 1 + Math.floor(i / 6), door: `${1 + Math.floor(i / 6)}0${1 + (i % 6)}`, exclusiveArea: 62.4 + i, ownerMasked: '张*', phoneMasked: '138****6021' })), next: null, total: 33 }),
  'GET /api/search': ({ query }) => rows.filter((r) => r.name.includes(query.get('q')!)).slice(0, 3).map((r) => ({ kind: 'BUILDING', id: `${r.id}b0`, estateId: r.id, title: `${r.name} 1号楼`, subtitle: r.streetName })),
  'GET /api/estate-imports': () => imports,
  'GET /api/estate-imports/{id}': ({ path }) => {
    const i = imports.find((x) => x.id === path.id)!
    if (i.state === 'CHECKING' || i.state === 'IMPORTING') {
      i.progress = Math.min(1, (i.progress as number) + 0.35)
      if (i.progress === 1) i.state = i.state === 'IMPORTING' ? 'DONE' : String(i.fileName).includes('bad') ? 'FAULTY' : 'READY'
      if (i.state === 'FAULTY') Object.assign(i, { faults, faultCount: 30 })
    }
    return i
  },
  'POST /api/estate-imports': ({ body }) => {
    const name = /filename="([^"]+)"/.exec(String(body))?.[1] ?? 'estates.xlsx'
    imports.unshift({ id: `i${imports.length}`, fileName: name, state: 'CHECKING', progress: 0.05, counts: { estates: 45, buildings: 1102, stairwells: 3310, households: 36012 }, newEstates: 43, changedEstates: 2, faults: [], faultCount: 0, failure: null, uploadedBy: '计划员', uploadedAt: '2026-11-24T02:40:00Z', finishedAt: null })
    return imports[0]
  },
  'POST /api/estate-imports/{id}/adopt': ({ path }) => Object.assign(imports.find((x) => x.id === path.id)!, { state: 'IMPORTING', progress: 0 }),
  'DELETE /api/estate-imports/{id}': ({ path }) => Object.assign(imports.find((x) => x.id === path.id)!, { state: 'DISCARDED' }),
} satisfies Handlers
