// The answers of the platform as the screens use them. Dates are ISO strings (2022-04-20).

import type { components } from './schema'

type Published = components['schemas']

export type Words = Published['Words']
export interface Page<T> { items: T[]; next: string | null; total: number }
export type State = 'DONE' | 'ON_TIME' | 'AT_RISK' | 'LATE' | 'NOT_STARTED'
export type CellState = State | 'NOT_APPLICABLE'

// ---------------------------------------------------------------- identity

export type ScopeKind = Published['ScopeKind']
export type Permission = Published['Permission']
export type RoleCode = Published['Role']
export type Appointment = Published['AppointmentView']
export type Session = Published['SessionView']
export type Setup = Published['LinkView']
export type Role = Published['RoleView']
export type OrganisationKind = Published['OrganisationKind']
export type Organisation = Published['Organisation']
export type Person = Published['PersonRow']

// ---------------------------------------------------------------- audit

export type AuditEntry = Published['EntryListRow']
export type AuditHead = Published['Head']
export type Verification = Published['VerifyAuditResult']

// ---------------------------------------------------------------- estate

export type SizeClass = Published['SizeClass']
export type EstateRow = Published['EstateRow']
export type EstateDetail = Published['EstateDetail']
export type Quantities = EstateDetail['quantities']
export type EstateForm = Published['EstateBody']
export type Street = Published['StreetRow']
export type Building = Published['BuildingRow']
export type BuildingForm = Published['BuildingBody']
export type Household = Published['HouseholdRow']
export type Found = Published['SearchHit']
export type EstateImport = Published['ImportView']
export type ImportFault = Published['Fault']

// ---------------------------------------------------------------- programme

export interface ProgrammeRow {
  id: string; year: number; name: string; projects: number; estates: number
  frozenPlan: { id: string; version: number; frozenAt: string } | null
}
export interface Node {
  id: string; code: string; name: Words; rule: string; nominalDate: string; resolvedDate: string; resolution: Words; provisional: boolean
  weight: number; activityCode: string; appliesTo: 'ALL' | 'SMALL_AND_EASY'; unconfirmed: boolean
}
export interface TemplateRow {
  code: string; name: Words; phase: string; duration: number; driver: string | null; referenceQuantity: number | null; unit: string | null
  scalingShare: number; crews: { crew: string; number: number }[]; predecessors: string; outdoor: boolean; rainSensitivity: number
  concealed: boolean; calendar: string; assumption: boolean; source: string; version: number
}
export interface CrewRow {
  code: string; name: Words; sharedWithin: string; capacity: number; changes: { from: string; capacity: number }[]; assumption: boolean; version: number
}
export interface Project {
  id: string; code: string; name: string; street: string; streetName: string; estates: { id: string; name: string }[]
  deliveryAgent: string | null; contractor: string | null; supervisor: string | null; sizeClass: SizeClass
  carriedOverFrom: number | null; buildings: number; households: number; activities: number; version: number
}
export interface PlanNode {
  nodeId: string; code: string; name: Words; due: string; applicable: number; onTime: number; late: number; worstDays: number; latestFinish: string | null
}
export type PlanRule = 'BEST' | 'SEARCH' | 'LATEST_START' | 'LATEST_FINISH' | 'MIN_SLACK' | 'PROJECT_BY_PROJECT'
export interface Plan {
  note: string; rule: string; frozenOn: string | null
  id: string; version: number; state: 'DRAFT' | 'FROZEN' | 'SUPERSEDED'; createdAt: string; createdBy: string; frozenAt: string | null
  activities: number; seconds: number; method: string; seed: number; lateNodes: number; weightedLateness: number; handOver: string | null; nodes: PlanNode[]
}
export interface CalendarDay { date: string; type: 'WORKDAY' | 'WEEKEND' | 'HOLIDAY_OFF' | 'ADJUSTED_WORKDAY'; name: string | null }
export interface CalendarYear { year: number; provisional: boolean; days: CalendarDay[] }
export interface Timetable {
  programmeId: string; planId: string | null; planVersion: number | null; planState: Plan['state'] | null; dataDate: string | null
  horizonStart: string; horizonEnd: string; basis: 'FORECAST' | 'PLAN'; nodes: Node[]
  crews: { code: string; name: Words; sharedWithin?: 'DISTRICT' | 'STREET' | 'PROJECT'; capacity: { from: string; capacity: number }[] }[]
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
  /** Absent when it belongs to a project the reader does not see. */
  activityId: string | null; name: Words; reason: Words
  kind: 'PREDECESSOR' | 'CREW' | 'CALENDAR' | 'RELEASE' | 'PROGRESS' | 'DATA_DATE'; days: number
}
export interface Why {
  id: string; projectId: string; code: string; name: Words; start: string; finish: string; baselineFinish: string | null
  shiftDays: number; waterfall: WaterfallStep[]; chain: ChainLink[]
  successors: { activityId: string; name: Words; start: string; float: number; state?: State }[]
  /** What would help, tried out against the frozen order. */
  cure?: { activityId: string; name: Words; days: number; gainDays: number; finish: string; text: Words; mover: Mover } | null
}
export type Mover = 'STREET' | 'DELIVERY_AGENT' | 'CONTRACTOR' | 'SUPERVISOR' | 'UTILITY' | 'COMMAND'
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
  programme: { id: string; year: number; name: string }; date: string | null; updatedAt: string
  kpis: { code: string; label: Words; value: number; unit: string; numerator: number | null; denominator: number | null; note: Words | null }[]
  nodes: { id: string; code: string; name: Words; due: string; resolution: Words }[]
  rows: BattleRow[]
  causes: { projectId: string; projectName: string; streetName: string; nodeId: string; nodeName: Words; state: State; days: number; cause: Words; owner: string | null }[]
  streets: { street: string; streetName: string; projects: number; late: number; atRisk: number; onTime: number }[]
}
export interface BattleCellDetail {
  project: { id: string; name: string; streetName: string }; node: { id: string; code: string; name: Words }
  activityId?: string | null; due: string; baseline: string | null; finish: string | null; state: CellState; days?: number | null; owner?: string | null
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
  'POST /api/setup/{token}': Ask<void, { token: string }, unknown, Published['Filled']>
  'GET /api/roles': Ask<Role[]>
  'GET /api/organisations': Ask<Organisation[]>
  'POST /api/organisations': Ask<Organisation, unknown, unknown, Published['NewOrganisation']>
  'PATCH /api/organisations/{id}': Ask<Organisation, Id, unknown, Published['OrganisationChange']>
  'GET /api/people': Ask<Page<Person>, unknown, Paging & { query?: string | undefined }>
  'POST /api/people': Ask<{ id: string; setPasswordLink: string }, unknown, unknown, { name: string; title: string; signInName: string; organisationId: string }>
  'POST /api/people/{id}/appointments': Ask<Appointment, Id, unknown, Published['NewAppointment']>
  'DELETE /api/people/{id}/appointments/{appointmentId}': Ask<void, { id: string; appointmentId: string }>
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
  'PATCH /api/estates/{id}': Ask<EstateRow, Id, unknown, EstateForm>
  'GET /api/estates/{id}/buildings': Ask<Building[], Id>
  'POST /api/estates/{id}/buildings': Ask<Building, Id, unknown, BuildingForm>
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
  'PUT /api/programmes/{id}/crews/{code}': Ask<CrewRow, { id: string; code: string }, unknown, { version?: number | undefined; capacity: number; changes: { from: string; capacity: number }[] }>
  'GET /api/programmes/{id}/projects': Ask<Project[], Id>
  'POST /api/programmes/{id}/projects': Ask<Project, Id, unknown, { name: string; estateIds: string[] }>
  'POST /api/programmes/{id}/projects/from-estates': Ask<Project[], Id, unknown, { estateIds: string[] }>
  'POST /api/programmes/{id}/carry-over': Ask<Project[], Id, unknown, { fromProgramme: string; projectIds: string[] }>
  'PATCH /api/projects/{id}': Ask<Project, Id, unknown, ProjectForm>
  'DELETE /api/projects/{id}': Ask<void, Id>
  'POST /api/programmes/{id}/plans': Ask<Plan, Id, unknown, { rule?: PlanRule | undefined; note?: string | undefined }>
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

export interface TemplateForm {
  version?: number | undefined
  duration: number; scalingShare: number; referenceQuantity: number | null; crews: { crew: string; number: number }[]; rainSensitivity: number
}
export interface ProjectForm { version?: number; name?: string; deliveryAgent?: string | null; contractor?: string | null; supervisor?: string | null; estateIds?: string[] }
export interface ProgressForm {
  percent: number; daysLost: number; reason: SlipReason | null; note: string; actualStart?: string | undefined; actualFinish?: string | undefined
}
