// The answers of the platform as the screens use them. Dates are ISO strings (2022-04-20).

export interface Words { zh: string; en: string }
export interface Page<T> { items: T[]; next: string | null; total: number }
export type State = 'DONE' | 'ON_TIME' | 'AT_RISK' | 'LATE' | 'NOT_STARTED'
export type CellState = State | 'NOT_APPLICABLE'

// ---------------------------------------------------------------- identity

export type ScopeKind = 'DISTRICT' | 'STREET' | 'COMMUNITY' | 'PROJECT'
export interface Appointment {
  id: string; role: string; roleName: Words; scopeKind: ScopeKind
  area: string | null; areaName: string | null; projectId: string | null; projectName: string | null; validFrom?: string; validTo?: string | null
}
export interface Session {
  person: { id: string; name: string; title: string; signInName: string }
  appointments: Appointment[]; permissions: string[]; businessDate: string
  demo: boolean; districtName: string; mustChangePassword: boolean
}
export interface Setup { valid: boolean; purpose: 'FIRST_ADMINISTRATOR' | 'SET_PASSWORD' | null; name: string | null; signInName: string | null }
export interface Role { code: string; name: Words; scopeKind: ScopeKind; permissions: string[] }
export type OrganisationKind = 'DISTRICT' | 'STREET' | 'COMMUNITY' | 'DELIVERY_AGENT' | 'CONTRACTOR' | 'SUPERVISOR' | 'UTILITY' | 'PROPERTY_MANAGER' | 'DEPARTMENT'
export interface Organisation { id: string; parentId: string | null; kind: OrganisationKind; name: string; area: string | null }
export interface Person {
  id: string; name: string; title: string; signInName: string; organisationId: string; organisationName: string
  disabled: boolean; hasPassword: boolean; lockedUntil: string | null; appointments: Appointment[]
}

// ---------------------------------------------------------------- audit

export interface AuditEntry {
  id: string; seq: number; at: string; person: string | null; personTitle: string | null; act: string
  subjectType: string | null; subjectId: string | null; facts: Record<string, unknown>; sealed: boolean; hash: string | null
}
export interface AuditHead { seq: number; hash: string; at: string; entries: number }
export interface Verification {
  ok: boolean; checked: number
  faults: { seq: number; kind: 'CHANGED' | 'DELETED' | 'REORDERED' | 'CUT_TAIL' | 'UNSEALED'; message: string }[]
}

// ---------------------------------------------------------------- estate

export type SizeClass = 'SMALL_AND_EASY' | 'REGULAR'
export interface EstateRow {
  id: string; name: string; code: string; street: string; streetName: string; community: string | null; communityName: string | null
  address: string | null; builtFrom: number | null; builtTo: number | null; buildings: number; households: number
  floorArea: number; illegalStructures: number; sizeClass: SizeClass; version: number
}
export interface Quantities {
  roofArea: number; facadeArea: number; drainLength: number; roadArea: number; parkingSpaces: number; chargingPoints: number
  greenArea: number; stairwells: number; roofStructures: number; groundStructures: number
}
export interface Building {
  id: string; number: string; storeys: number; builtYear: number | null; floorArea: number; stairwells: number; households: number; pitchedRoof: boolean
}
export interface EstateDetail extends EstateRow {
  quantities: Quantities; sizeClassChosen: boolean
  buildingSummary: { count: number; stairwells: number; households: number; floorArea: number; flatRoofs: number; minStoreys: number; maxStoreys: number }
}
export interface Street { code: string; name: string; communities: { code: string; name: string }[]; estates: number }
export interface Household {
  id: string; stairwell: number; floor: number; door: string; exclusiveArea: number; ownerMasked: string | null; phoneMasked: string | null
}
export interface Found { kind: 'ESTATE' | 'BUILDING' | 'HOUSEHOLD'; id: string; estateId: string; title: string; subtitle: string }
export interface ImportFault {
  sheet: string; row: number | null; column: string | null; code: string; value: string | null
  message: string; messageEn: string; maybe: string | null; maybeEn: string | null
}
export interface EstateImport {
  id: string; fileName: string
  state: 'CHECKING' | 'FAULTY' | 'READY' | 'IMPORTING' | 'DONE' | 'FAILED' | 'DISCARDED'
  progress: number; counts: { estates: number; buildings: number; stairwells: number; households: number }
  newEstates: number; changedEstates: number; faults: ImportFault[]; faultCount: number
  failure: string | null; uploadedBy: string; uploadedAt: string; finishedAt: string | null
}

// ---------------------------------------------------------------- programme

export interface ProgrammeRow {
  id: string; year: number; name: string; projects: number; estates: number
  frozenPlan: { id: string; version: number; frozenAt: string } | null
}
export interface Node {
  id: string; code: string; name: Words; rule: string; nominalDate: string; resolvedDate: string; resolution: Words
  weight: number; activityCode: string; appliesTo: 'ALL' | 'SMALL_AND_EASY'; unconfirmed: boolean
}
export interface TemplateRow {
  code: string; name: Words; phase: string; duration: number; driver: string | null; referenceQuantity: number | null; unit: string | null
  scalingShare: number; crews: { crew: string; number: number }[]; predecessors: string; outdoor: boolean; rainSensitivity: number
  concealed: boolean; calendar: string; assumption: boolean; source: string
}
export interface CrewRow {
  code: string; name: Words; sharedWithin: string; capacity: number; changes: { from: string; capacity: number }[]; assumption: boolean
}
export interface Project {
  id: string; code: string; name: string; street: string; streetName: string; estates: { id: string; name: string }[]
  deliveryAgent: string | null; contractor: string | null; supervisor: string | null; sizeClass: SizeClass
  carriedOverFrom: number | null; buildings: number; households: number; activities: number
}
export interface PlanNode {
  nodeId: string; code: string; name: Words; due: string; applicable: number; onTime: number; late: number; worstDays: number; latestFinish: string | null
}
export interface Plan {
  id: string; version: number; state: 'DRAFT' | 'FROZEN' | 'SUPERSEDED'; createdAt: string; createdBy: string; frozenAt: string | null
  activities: number; seconds: number; method: string; seed: number; lateNodes: number; weightedLateness: number; handOver: string | null; nodes: PlanNode[]
}
export interface CalendarDay { date: string; type: string; name: string }
export interface CalendarYear { year: number; provisional: boolean; days: CalendarDay[] }
export interface Timetable {
  programmeId: string; planId: string; planVersion: number; planState: Plan['state']; dataDate: string
  horizonStart: string; horizonEnd: string; basis: 'FORECAST' | 'PLAN'; nodes: Node[]
  crews: { code: string; name: Words; capacity: { from: string; capacity: number }[] }[]
  projects: { id: string; name: string; street: string; streetName: string; buildings: number; households: number; finish: string; float: number; state: State }[]
  activities: TimetableActivity[]
  links: { from: string; to: string; kind: 'FS' | 'SS' | 'FF' | 'SF'; lag: number }[]
  calendar: { date: string; type: string }[]
  plumRain: { from: string; to: string; unconfirmed: boolean } | null
}
export interface TimetableActivity {
  id: string; projectId: string; code: string; name: Words; phase: string; start: string; finish: string
  baselineStart: string | null; baselineFinish: string | null; latestStart: string | null; float: number; critical: boolean; percent: number
  state: State; started: boolean; crews: { crew: string; number: number }[]; nodeCode: string | null
}
export interface WaterfallStep { cause: string; label: Words; days: number }
export interface ChainLink {
  activityId: string; name: Words; reason: Words
  kind: 'PREDECESSOR' | 'CREW' | 'CALENDAR' | 'RELEASE' | 'PROGRESS' | 'DATA_DATE'; days: number
}
export interface Why {
  id: string; projectId: string; code: string; name: Words; start: string; finish: string; baselineFinish: string | null
  shiftDays: number; waterfall: WaterfallStep[]; chain: ChainLink[]
  successors: { activityId: string; name: Words; start: string; float: number }[]
}
export interface MustStart {
  activityId: string; projectId: string; projectName: string; streetName: string; code: string; name: Words
  latestStart: string; overdueDays: number; crews: { crew: string; number: number }[]; owner: string | null
}
export type SlipReason = 'RAIN' | 'CREW' | 'MATERIAL' | 'RESIDENTS' | 'PERMIT' | 'UTILITY' | 'SAFETY' | 'OTHER'
export interface ProgressReport {
  id: string; activityId: string; at: string; by: string; percent: number; daysLost: number; reason: SlipReason | null; note: string | null
  actualStart: string | null; actualFinish: string | null
}

// ---------------------------------------------------------------- command

export interface BattleCell { nodeId: string; state: CellState; date: string | null; due: string | null; days: number | null; cause: Words | null }
export interface BattleRow {
  projectId: string; name: string; street: string; streetName: string; buildings: number; households: number; owner: string | null
  progress: number; plannedProgress: number; worst: State; cells: BattleCell[]
}
export interface BattleChart {
  programme: { id: string; year: number; name: string }; date: string; updatedAt: string
  kpis: { code: string; label: Words; value: number; unit: string; numerator: number | null; denominator: number | null; note: Words | null }[]
  nodes: { id: string; code: string; name: Words; due: string; resolution: Words }[]
  rows: BattleRow[]
  causes: { projectId: string; projectName: string; streetName: string; nodeId: string; nodeName: Words; state: State; days: number; cause: Words; owner: string | null }[]
  streets: { street: string; streetName: string; projects: number; late: number; atRisk: number; onTime: number }[]
}
export interface BattleCellDetail {
  project: { id: string; name: string; streetName: string }; node: { id: string; code: string; name: Words }
  due: string; baseline: string | null; finish: string | null; state: CellState
  waterfall: WaterfallStep[]; chain: ChainLink[]; cure: Words | null; reports: ProgressReport[]
}

// ---------------------------------------------------------------- what can be asked

interface Ask<Answer, Path = unknown, Query = unknown, Body = unknown> { answer: Answer; path: Path; query: Query; body: Body }
type Id = { id: string }
type Paging = { cursor?: string | undefined; limit?: number | undefined }

/** Every request the screens make: `METHOD path` → what goes in and what comes back. */
export interface Requests {
  'GET /api/session': Ask<Session>
  'POST /api/session': Ask<Session, unknown, unknown, { signInName: string; password: string }>
  'DELETE /api/session': Ask<void>
  'POST /api/session/password': Ask<void, unknown, unknown, { current: string; next: string }>
  'GET /api/setup/{token}': Ask<Setup, { token: string }>
  'POST /api/setup/{token}': Ask<void, { token: string }, unknown, { signInName: string; name: string; password: string }>
  'GET /api/roles': Ask<Role[]>
  'GET /api/organisations': Ask<Organisation[]>
  'POST /api/organisations': Ask<Organisation, unknown, unknown, { parentId: string; kind: OrganisationKind; name: string; area: string | null }>
  'PATCH /api/organisations/{id}': Ask<Organisation, Id, unknown, { name: string }>
  'GET /api/people': Ask<Page<Person>, unknown, Paging & { query?: string | undefined }>
  'POST /api/people': Ask<{ id: string; setPasswordLink: string }, unknown, unknown, { name: string; title: string; signInName: string; organisationId: string }>
  'POST /api/people/{id}/appointments': Ask<Appointment, Id, unknown, { role: string; area?: string | undefined; projectId?: string | undefined }>
  'DELETE /api/people/{id}/appointments/{aid}': Ask<void, { id: string; aid: string }>
  'POST /api/people/{id}/disable': Ask<void, Id>
  'POST /api/people/{id}/enable': Ask<void, Id>
  'POST /api/people/{id}/password-link': Ask<{ link: string }, Id>

  'GET /api/audit/entries': Ask<Page<AuditEntry>, unknown, Paging & { act?: string | undefined; person?: string | undefined; from?: string | undefined; to?: string | undefined }>
  'GET /api/audit/head': Ask<AuditHead>
  'POST /api/audit/verifications': Ask<Verification>

  'GET /api/estates': Ask<Page<EstateRow>, unknown, Paging & { query?: string | undefined; street?: string | undefined }>
  'GET /api/estates/{id}': Ask<EstateDetail, Id>
  'GET /api/streets': Ask<Street[]>
  'POST /api/estates': Ask<EstateRow, unknown, unknown, EstateForm>
  'PATCH /api/estates/{id}': Ask<EstateRow, Id, unknown, EstateForm & { version: number }>
  'GET /api/estates/{id}/buildings': Ask<Building[], Id>
  'POST /api/estates/{id}/buildings': Ask<Building, Id, unknown, Omit<Building, 'id' | 'households'>>
  'GET /api/buildings/{id}/households': Ask<Page<Household>, Id, Paging>
  'GET /api/search': Ask<Found[], unknown, { q: string }>
  'GET /api/estate-imports': Ask<EstateImport[]>
  'GET /api/estate-imports/{id}': Ask<EstateImport, Id>
  'POST /api/estate-imports': Ask<EstateImport, unknown, unknown, FormData>
  'POST /api/estate-imports/{id}/adopt': Ask<EstateImport, Id>
  'DELETE /api/estate-imports/{id}': Ask<EstateImport, Id>

  'GET /api/programmes': Ask<ProgrammeRow[]>
  'POST /api/programmes': Ask<ProgrammeRow, unknown, unknown, { year: number; name: string }>
  'GET /api/programmes/{id}': Ask<ProgrammeRow, Id>
  'GET /api/programmes/{id}/nodes': Ask<Node[], Id>
  'PUT /api/programmes/{id}/nodes/{nodeId}': Ask<Node, { id: string; nodeId: string }, unknown, { nominalDate: string; weight: number }>
  'GET /api/programmes/{id}/template': Ask<TemplateRow[], Id>
  'PUT /api/programmes/{id}/template/{code}': Ask<TemplateRow, { id: string; code: string }, unknown, TemplateForm>
  'GET /api/programmes/{id}/crews': Ask<CrewRow[], Id>
  'PUT /api/programmes/{id}/crews/{code}': Ask<CrewRow, { id: string; code: string }, unknown, { capacity: number; changes: { from: string; capacity: number }[] }>
  'GET /api/programmes/{id}/projects': Ask<Project[], Id>
  'POST /api/programmes/{id}/projects': Ask<Project, Id, unknown, { name: string; estateIds: string[] }>
  'POST /api/programmes/{id}/projects/from-estates': Ask<Project[], Id, unknown, { estateIds: string[] }>
  'POST /api/programmes/{id}/carry-over': Ask<Project[], Id, unknown, { fromProgramme: string; projectIds: string[] }>
  'PATCH /api/projects/{id}': Ask<Project, Id, unknown, ProjectForm>
  'DELETE /api/projects/{id}': Ask<void, Id>
  'POST /api/programmes/{id}/plans': Ask<Plan, Id, unknown, { rule?: string | undefined; note?: string | undefined }>
  'GET /api/programmes/{id}/plans': Ask<Plan[], Id>
  'POST /api/plans/{id}/freeze': Ask<Plan, Id>
  'DELETE /api/plans/{id}': Ask<void, Id>
  'GET /api/programmes/{id}/timetable': Ask<Timetable, Id, { plan?: string | undefined; street?: string | undefined; project?: string | undefined }>
  'GET /api/programmes/{id}/must-start-today': Ask<MustStart[], Id>
  'GET /api/activities/{id}/why': Ask<Why, Id>
  'GET /api/activities/{id}/progress-reports': Ask<ProgressReport[], Id>
  'POST /api/activities/{id}/progress-reports': Ask<ProgressReport, Id, unknown, ProgressForm>
  'GET /api/calendar/{year}': Ask<CalendarYear, { year: number }>
  'POST /api/calendar/{year}': Ask<{ recomputed: { what: string; before: string; after: string }[] }, { year: number }, unknown, unknown>

  'GET /api/battle-chart': Ask<BattleChart, unknown, { programme?: string | undefined }>
  'GET /api/battle-chart/{projectId}/{nodeId}': Ask<BattleCellDetail, { projectId: string; nodeId: string }>
}

export interface EstateForm extends Partial<Omit<Quantities, 'stairwells'>> {
  name: string; code: string; street: string; community: string | null; address: string | null
  builtFrom: number | null; builtTo: number | null; floorArea: number | null; sizeClass?: SizeClass
}
export interface TemplateForm {
  duration: number; scalingShare: number; referenceQuantity: number | null; crews: { crew: string; number: number }[]; rainSensitivity: number
}
export interface ProjectForm { name?: string; deliveryAgent?: string | null; contractor?: string | null; supervisor?: string | null; estateIds?: string[] }
export interface ProgressForm {
  percent: number; daysLost: number; reason: SlipReason | null; note: string; actualStart?: string | undefined; actualFinish?: string | undefined
}
