// The answers of the platform as the screens use them. Dates are ISO strings (2022-04-20).

import type { components } from './schema'

type Published = components['schemas']

export type Words = Published['Words']
export interface Page<T> { items: T[]; next: string | null; total: number }
/** How a node stands in a project; `NOT_APPLICABLE` where the node does not bind it. */
export type CellState = Published['State']
export type State = Exclude<CellState, 'NOT_APPLICABLE'>

// ---------------------------------------------------------------- identity

export type ScopeKind = Published['ScopeKind']
export type Permission = Published['Permission']
export type RoleCode = Published['Role']
export type Appointment = Published['AppointmentView']
export type Session = Published['SessionView']
export type BusinessClock = Published['ClockView']
export type Setup = Published['LinkView']
export type Role = Published['RoleView']
export type OrganisationKind = Published['OrganisationKind']
export type Organisation = Published['Organisation']
export type Person = Published['PersonRow']
export type PersonalColumn = Published['PersonalColumn']
export type SecurityRule = Published['RuleView']
export type RevealRow = Published['RevealRow']
export type RevealReason = Published['RevealReason']
export type RevealedOwner = Published['RevealedOwner']
export type PeopleImport = Published['PeopleImport']
export type AppointmentRow = Published['AppointmentRow']
/** What a utility runs. */
export type UtilityService = Published['UtilityService']

export type SecondFactor = Published['EnrolSecondFactorStanding']
export type FactorOffer = Published['Offer']
export type OpenSession = Published['SessionsOpen']
export type Token = Published['TokenRow']
export type NewToken = Published['NewToken']
export type LinkedSignIns = Published['LinkedSignIns']
export type ProviderButton = Published['ProvidersButton']

// ---------------------------------------------------------------- audit

export type AuditEntry = Published['EntryListRow']
export type AuditHead = Published['Head']
export type Verification = Published['VerifyAuditResult']

// ---------------------------------------------------------------- estate

export type SizeClass = Published['SizeClass']
export type SizeRule = Published['SizeRule']
export type EstateRow = Published['EstateRow']
export type EstateDetail = Published['EstateDetail']
export type Quantities = EstateDetail['quantities']
export type EstateForm = Published['EstateBody']
export type Street = Published['StreetRow']
export type Building = Published['BuildingRow']
export type BuildingForm = Published['BuildingBody']
export type Household = Published['HouseholdRow']
export type Found = Published['SearchHit']
export type BuildingDetail = Published['BuildingDetail']
export type Survey = Published['SurveyView']
export type SurveySheetRow = Published['SurveyViewSheetRow']
export type SurveyRow = Published['SurveyRow']
export type SurveyState = Published['SurveyState']
export type Sheet = Published['SheetView']
export type SheetItem = Published['SheetViewItem']
export type SheetForm = Published['SheetViewBody']
export type Grade = Published['Grade']
export type Menu = Published['WorkView']
export type Work = Published['WorkViewRow']
export type WorkForm = Published['WorkBody']
export type WorkClass = Published['WorkClass']
export type WorkLane = Published['WorkLane']
export type WorkMark = Published['WorkMark']
export type WorksImported = Published['WorksImported']
export type EstatePerson = Published['EstatePerson']
export type Deed = Published['HistoryRow']
export type ProjectAct = Published['ProjectAct']
export type ForeignPlan = Published['ForeignPlanView']
export type EstateImport = Published['ImportView']
export type ImportFault = Published['Fault']

// ---------------------------------------------------------------- evidence

export type EvidenceItem = Published['EvidenceView']
export type EvidencePair = Published['PairView']
export type EvidenceKind = Published['EvidenceKind']
export type Verified = Published['VerifiedView']
export type EvidenceWalk = Published['WalkView']
export type EvidenceFault = Published['EvidenceFault']

// ---------------------------------------------------------------- utilities

export type Service = Published['UtilityService']
export type RequestKind = Published['RequestKind']
export type RequestState = Published['RequestState']
export type Appeal = Published['AppealView']
export type AppealRow = Published['AppealViewAppealRow']
export type AppealExplanation = Published['AppealViewExplanationView']
export type EstateAppeals = Published['EstateAppeals']
export type ChartAppeals = Published['ChartAppeals']
export type Rechecks = Published['Rechecks']
export type AppealRules = Published['AppealRuleView']
export type ExplainingRule = AppealRules['explaining'][number]
export type TimeLimits = Published['TimeLimitsView']
export type TimeLimit = TimeLimits['timeLimits'][number]
export type PauseReasonRow = TimeLimits['pauseReasons'][number]
export type NewTimeLimit = Published['NewTimeLimitBody']
export type RecheckTask = Published['RecheckTask']
export type AppealRates = Published['RateViewsRatesView']
export type AppealRateView = AppealRates['rates'][number]
export type AppealRateCell = AppealRates['total'][number]
export type AppealRateRow = AppealRates['rows'][number]
export type AppealRateCase = Published['RateViewsRateCase']
export type AppealRateName = AppealRateCell['rate']
export type AppealRateSide = 'NUMERATOR' | 'DENOMINATOR' | 'EXCLUDED'
export type AppealState = Published['AppealState']
export type AppealAct = Published['AppealStateAct']
export type AppealCounts = Published['AppealCounts']
export type AppealClass = Published['ClassView']
export type AppealUnit = Published['UnitView']
export type InboxView = Published['InboxView']
export type InboxWanted = Published['InboxWanted']
export type ReplyTemplates = Published['ReplyTemplatesView']
export type ReplyTemplate = Published['ReplyTemplateView']
export type AnswerDraft = Published['AnswerDraft']
export type BulkResult = Published['BulkResult']
export type DispatchBoard = Published['DispatchBoard']
export type BoardCard = Published['BoardCard']
export type BoardLane = Published['BoardLane']
export type AppealNew = Published['AppealBodiesAppealBodyNew']
export type LikeAppeal = Published['LikeAppeal']
export type Topics = Published['Topics']
export type TopicView = Published['TopicView']
export type MatterView = Published['MatterView']
export type Routing = Published['RoutingView']
export type OrderBook = Published['OrderBook']
export type ReceptionPoint = Published['ReceptionViewPointView']
export type ReceptionPad = Published['ReceptionViewPadView']
export type ReceptionQueue = Published['ReceptionViewQueueView']
export type WalkInRow = Published['ReceptionViewWalkInView']
export type WalkInStands = Published['WalkInStands']
export type ReceptionDesk = Published['ReceptionViewDeskView']
export type SimilarAppeal = Published['ReceptionViewSimilarView']
export type WalkInReceipt = Published['ReceptionViewWalkInReceipt']
export type WalkInForm = Published['ReceptionBodiesWalkInBody']
export type PromiseRow = Published['ReceptionViewPromiseView']
export type Roster = Published['ReceptionViewRosterView']
export type DutyDay = Published['ReceptionViewDutyDayView']
export type ReceptionDay = Published['OpeningHoursOn']
export type PointForm = Published['ReceptionBodiesPointBody']
export type UtilityRequest = Published['RequestView']
export type UtilityWindow = Published['WindowBody']
export type UtilityCalendar = Published['CalendarView']
export type UtilityRules = Published['RulesView']
export type UtilityRule = Published['RulesRow']
export type UtilityServiceRow = Published['CalendarViewServiceView']
export type UtilityExamDay = Published['RulesExamDay']
/** An activity that starts no earlier than an agreed window. */
export type UtilityWaiting = Published['WaitingView']
/** A window that stands and that today's rules would not allow. */
export type UtilityBreach = Published['BreachView']
export type OutageNotice = Published['OutageNoticeView']
/** The code on a sheet and where it leads. */
export type SheetCode = Published['SheetCode']
/** A sheet as whoever stands before it reads it. */
export type OutageSheet = Published['OutageSheetView']
export type NoticeState = Published['NoticeState']

// ---------------------------------------------------------------- programme

export type ProgrammeRow = Published['ProgrammeRow']
export type RulesForm = Published['ProgrammeRowRulesEdit']
export type Node = Published['NodeRow']
export type TemplateRow = Published['TemplateRow']
export type TemplateForm = Published['TemplateRowEdit']
export type NewActivity = Published['TemplateRowAddition']
export type NewCrew = Published['CrewRowAddition']
export type CrewRow = Published['CrewRow']
export type CrewForm = Published['CrewRowEdit']
export type Project = Published['ProjectRow']
export type EstateProject = Published['EstateProject']
export type ProjectForm = Published['ProjectBody']
export type Draft = Published['DraftView']
export type DraftRow = Published['DraftViewRow']
export type DraftEdit = Published['DraftEdit']
/** Only the fields that its kind counts. */
export type NewDraftEdit = Partial<DraftEdit> & Pick<DraftEdit, 'kind'>
export type DraftWork = Published['DraftEditWork']
export type DraftOutcome = Published['DraftViewOutcome']
export type DraftDifference = Published['DraftViewDifference']
export type DraftOdds = Published['DraftViewOdds']
export type DraftWhy = Published['DraftViewWhy']
export type DraftProposal = Published['OpenDraftProposal']
export type PlanComparison = Published['PlanRowComparison']
export type Plan = Published['PlanRow']
export type PlanSearch = Published['PlanSearchRow']
export type PlanRule = Published['PlanRule']
export type PlanNode = Published['PlanNodeResult']
export type HolidayFile = Published['HolidayFile']
export type CalendarDay = Published['CalendarDay']
export type CalendarYear = Published['CalendarYear']
export type Timetable = Published['TimetableView']
export type TimetableActivity = Published['TimetableViewActivityBar']
export type Why = Published['Why']
export type NodeFailure = Published['FailureView']
export type PlannedWhy = Published['PlannedWhy']
export type BasisChange = Published['BasisChange']
/** Whose move it is. */
export type Mover = Published['ForecastNodeMover']
export type WaterfallStep = Published['WhyBar']
export type ChainLink = Published['WhyLink']
export type MustStart = Published['MustStart']
export type SlipReason = Published['LossReason']
export type ProgressReport = Published['ReportRow']
export type ProgressForm = Published['ReportRowBody']

export type GateView = Published['GateView']
export type GateRow = Published['GateViewGateRow']
export type GateCondition = Published['GateViewConditionRow']
export type ConditionState = Published['ConditionState']
export type Gate = Published['Gate']
/** A condition as the catalogue asks for it. */
export type CatalogueCondition = Published['GateCondition']
export type WeeklyForm = Published['WeeklyViewForm']
export type WeeklyLine = Published['WeeklyViewLine']
export type WeeklyMade = Published['WeeklyViewMade']
export type WeeklyOverview = Published['WeeklyViewOverview']
export type WeeklyRow = Published['WeeklyViewRow']
export type WeeklyBody = Published['WeeklyViewBody']
export type WeeklyState = Published['WeeklyState']
export type BudgetView = Published['BudgetView']
export type BudgetVersion = Published['BudgetViewVersion']
export type BudgetLine = Published['BudgetViewLineRow']
export type BudgetRow = Published['BudgetViewRow']
export type ValueView = Published['ValueView']
export type ValuePoint = Published['EarnedValuePoint']
export type ValueFigures = Published['EarnedValueFigures']
export type SizeSheet = Published['SizeSheet']
export type SizeScore = Published['Sheet']
export type PlaybookVersion = Published['VersionRow']
export type PlaybookView = Published['VersionView']
export type Lessons = Published['Lessons']
export type Lesson = Published['Lesson']

export type RiskView = Published['RiskView']
export type RiskRules = Published['RiskRulesRow']
export type RiskRulesForm = Published['RiskRulesRowEdit']

// ---------------------------------------------------------------- command

export type BattleChart = Published['ChartView']
export type BattleRow = Published['ChartViewChartRow']
export type BattleCell = Published['ChartViewCell']
export type BattleCellDetail = Published['CellView']
export type Board = Published['BoardView']
export type League = Published['FigureViewsLeagueView']
export type KpiTree = Published['FigureViewsKpiTreeView']
export type Dimensions = Published['FigureViewsDimensionsView']
export type Causes = Published['FigureViewsCausesView']
export type Figure = Published['FigureView']
export type FigureKind = Figure['kind']
export type FigureRow = Published['FigureRow']
export type FigureForm = Published['FigureRowEdit']
export type CountedRows = Published['FigureViewsRowsView']
export type Statistics = Published['FigureViewsStatisticsView']
export type WallScreen = Published['ScreenRow']

// ---------------------------------------------------------------- notice

export type Message = Published['MessageStoreMessage']
export type Unread = Published['Unread']
export type NoticeFailure = Published['FailureRow']
export type TemplateView = Published['TemplateView']
export type NoticeWords = Published['Template']
export type QuietHours = Published['QuietHoursView']

// ---------------------------------------------------------------- what can be asked

interface Ask<Answer, Path = unknown, Query = unknown, Body = unknown> { answer: Answer; path: Path; query: Query; body: Body }
type Id = { id: string }
type WaitingRow = { requestKind: RequestKind; service: Service; activityCode: string }
type Paging = { cursor?: string | undefined; limit?: number | undefined }

/** Every request the screens make: `METHOD path` → what goes in and what comes back. */
export interface Requests {
  'GET /api/platform': Ask<{ demo: boolean }>
  'GET /api/business-clock': Ask<BusinessClock>
  'PUT /api/business-clock/day': Ask<BusinessClock, unknown, unknown, { day: string; back?: boolean }>
  'PUT /api/business-clock/play': Ask<BusinessClock, unknown, unknown, { daysPerMinute: number; until?: string }>
  'DELETE /api/business-clock/play': Ask<BusinessClock>
  'GET /api/session': Ask<Session>
  'POST /api/session': Ask<Session, unknown, unknown, { signInName: string; password: string }>
  'POST /api/session/second-factor': Ask<Session, unknown, unknown, { code: string }>
  'POST /api/session/second-factor/again': Ask<void, unknown, unknown, { code: string }>
  'DELETE /api/session': Ask<{ provider: string | null }>
  'POST /api/session/password': Ask<void, unknown, unknown, { current: string; next: string }>
  'GET /api/oidc/providers': Ask<ProviderButton[]>
  'GET /api/account/second-factor': Ask<SecondFactor>
  'POST /api/account/second-factor/offer': Ask<FactorOffer, unknown, unknown, { proof: string }>
  'POST /api/account/second-factor/confirm': Ask<{ codes: string[] }, unknown, unknown, { code: string }>
  'POST /api/account/second-factor/recovery-codes': Ask<{ codes: string[] }, unknown, unknown, { code: string }>
  'POST /api/account/second-factor/removal': Ask<void, unknown, unknown, { code: string }>
  'GET /api/account/sessions': Ask<OpenSession[]>
  'DELETE /api/account/sessions': Ask<void>
  'DELETE /api/account/sessions/{id}': Ask<void, Id>
  'GET /api/account/linked-sign-ins': Ask<LinkedSignIns>
  'POST /api/account/linked-sign-ins': Ask<{ location: string }, unknown, unknown, { provider: string }>
  'DELETE /api/account/linked-sign-ins/{id}': Ask<void, Id>
  'GET /api/account/tokens': Ask<Token[]>
  'POST /api/account/tokens': Ask<{ id: string; secret: string; token: Token }, unknown, unknown, NewToken>
  'DELETE /api/account/tokens/{id}': Ask<void, Id>
  'GET /api/tokens': Ask<Page<Token>, unknown, Paging>
  'DELETE /api/tokens/{id}': Ask<void, Id>
  'POST /api/people/{id}/second-factor-reset': Ask<void, Id>
  'GET /api/setup/{token}': Ask<Setup, { token: string }>
  'POST /api/setup/{token}': Ask<void, { token: string }, unknown, Published['Filled']>
  'GET /api/roles': Ask<Role[]>
  'GET /api/organisations': Ask<Organisation[]>
  'POST /api/organisations/{id}/close': Ask<void, Id>
  'POST /api/organisations/{id}/reopen': Ask<void, Id>
  'POST /api/organisations': Ask<Organisation, unknown, unknown, Published['NewOrganisation']>
  'PATCH /api/organisations/{id}': Ask<Organisation, Id, unknown, Published['OrganisationChange']>
  'GET /api/people': Ask<Page<Person>, unknown, Paging & { query?: string | undefined; organisation?: string | undefined }>
  'GET /api/people/{id}': Ask<Person, Id>
  'POST /api/people/import': Ask<PeopleImport, unknown, unknown, FormData>
  'PATCH /api/people/{id}': Ask<void, Id, unknown, Published['PersonChange']>
  'POST /api/people': Ask<{ id: string; setPasswordLink: string }, unknown, unknown, Published['NewPerson']>
  'GET /api/appointments': Ask<Page<AppointmentRow>, unknown, Paging & { role?: string | undefined; organisation?: string | undefined; endingWithin?: number | undefined; deputies?: boolean | undefined }>
  'POST /api/people/{id}/appointments': Ask<Appointment[], Id, unknown, Published['NewAppointment']>
  'PUT /api/people/{id}/appointments/{appointmentId}/last-day': Ask<Appointment, { id: string; appointmentId: string }, unknown, Published['LastDay']>
  'POST /api/people/{id}/appointments/{appointmentId}/deputies': Ask<Appointment, { id: string; appointmentId: string }, unknown, Published['NewDeputy']>
  'DELETE /api/people/{id}/appointments/{appointmentId}': Ask<void, { id: string; appointmentId: string }>
  'POST /api/people/{id}/disable': Ask<void, Id>
  'POST /api/people/{id}/enable': Ask<void, Id>
  'POST /api/people/{id}/password-link': Ask<{ link: string }, Id>

  'GET /api/audit/entries': Ask<Page<AuditEntry>, unknown, Paging & { act?: string | undefined; person?: string | undefined; from?: string | undefined; to?: string | undefined }>
  'GET /api/personal-data': Ask<Published['PersonalRegister']>
  'GET /api/security-rules': Ask<SecurityRule[]>
  'PUT /api/security-rules/{code}': Ask<SecurityRule, { code: string }, unknown, Published['RuleChange']>
  'GET /api/reveals': Ask<Page<RevealRow>, unknown, Paging & { person?: string | undefined }>
  'GET /api/reveal-reasons': Ask<{ code: RevealReason; name: Words }[]>
  'POST /api/households/{id}/reveal': Ask<RevealedOwner, Id, unknown, Published['RevealAsked']>
  'GET /api/audit/head': Ask<AuditHead>
  'POST /api/audit/verifications': Ask<Verification>

  'GET /api/estates': Ask<Page<EstateRow>, unknown, Paging & { query?: string | undefined; street?: string | undefined }>
  'GET /api/estates/{id}': Ask<EstateDetail, Id>
  'GET /api/streets': Ask<Street[]>
  'GET /api/size-rule': Ask<SizeRule>
  'POST /api/estates': Ask<EstateRow, unknown, unknown, EstateForm>
  'PATCH /api/estates/{id}': Ask<EstateRow, Id, unknown, EstateForm>
  'GET /api/estates/{id}/buildings': Ask<Building[], Id>
  'POST /api/estates/{id}/buildings': Ask<Building, Id, unknown, BuildingForm>
  'PUT /api/buildings/{id}': Ask<Building, Id, unknown, BuildingForm>
  'DELETE /api/buildings/{id}': Ask<void, Id>
  'GET /api/estates/{id}/projects': Ask<EstateProject[], Id>
  'GET /api/buildings/{id}/households': Ask<Page<Household>, Id, Paging>
  'GET /api/buildings/{id}': Ask<BuildingDetail, Id>
  'GET /api/estates/{id}/people': Ask<EstatePerson[], Id>
  'PUT /api/households/{id}': Ask<void, Id, unknown, Published['HouseholdBody']>
  'GET /api/surveys': Ask<Page<SurveyRow>, unknown, Paging & { street?: string | undefined; state?: string | undefined }>
  'GET /api/estates/{id}/survey': Ask<Survey, Id>
  'POST /api/estates/{id}/surveys': Ask<Survey, Id>
  'GET /api/estates/{id}/survey/sheets/{sheet}': Ask<Sheet, { id: string; sheet: string }>
  'PUT /api/estates/{id}/survey/sheets/{sheet}': Ask<Sheet, { id: string; sheet: string }, unknown, SheetForm>
  'PUT /api/estates/{id}/survey/submission': Ask<Survey, Id, unknown, Published['SurveyMove']>
  'PUT /api/estates/{id}/survey/decision': Ask<Survey, Id, unknown, Published['SurveyDecision']>
  'GET /api/estates/{id}/works': Ask<Menu, Id>
  'PUT /api/estates/{id}/works': Ask<Menu, Id>
  'PUT /api/estates/{id}/works/{code}': Ask<Work, { id: string; code: string }, unknown, WorkForm>
  'PUT /api/estates/{id}/works.xlsx': Ask<WorksImported, Id, { reason?: string | undefined }, Blob>
  'GET /api/estates/{id}/programme-history': Ask<Page<ProjectAct>, Id, Paging>
  'GET /api/estates/{id}/history': Ask<Page<Deed>, Id, Paging & { building?: string | undefined }>
  'PUT /api/estates/{id}/history/{deed}/undone': Ask<void, { id: string; deed: string }, unknown, { reason: string | null }>
  'GET /api/search': Ask<Found[], unknown, { q: string }>
  'GET /api/estate-imports': Ask<EstateImport[]>
  'GET /api/estate-imports/{id}': Ask<EstateImport, Id>
  'POST /api/estate-imports': Ask<EstateImport, unknown, unknown, FormData>
  'POST /api/estate-imports/{id}/adopt': Ask<EstateImport, Id>
  'DELETE /api/estate-imports/{id}': Ask<EstateImport, Id>

  'GET /api/evidence': Ask<Page<EvidenceItem>, unknown, Paging & { estate?: string | undefined; subjectType?: string | undefined; subject?: string | undefined; kind?: EvidenceKind | undefined; from?: string | undefined; to?: string | undefined; withdrawn?: boolean | undefined }>
  'GET /api/evidence/{id}/verification': Ask<Verified, Id>
  'POST /api/evidence/{id}/withdraw': Ask<EvidenceItem, Id, unknown, { reason: string }>
  'GET /api/evidence-pairs': Ask<EvidencePair[], unknown, { estate?: string | undefined }>
  'POST /api/evidence-pairs': Ask<EvidencePair, unknown, unknown, Published['PairBody']>
  'GET /api/evidence-verifications': Ask<EvidenceWalk[]>
  'GET /api/evidence-verifications/{id}/faults': Ask<Page<EvidenceFault>, Id, Paging>
  'POST /api/evidence-verifications': Ask<{ id: string }>

  'GET /api/appeals': Ask<Page<AppealRow>, unknown, Paging & { open?: boolean | undefined; mine?: boolean | undefined; overdue?: boolean | undefined; dueToday?: boolean | undefined; reopened?: boolean | undefined; state?: string | undefined; channel?: string | undefined; classCode?: string | undefined; urgency?: string | undefined; lead?: string | undefined; area?: string | undefined; estate?: string | undefined; q?: string | undefined; order?: 'DUE' | 'LATEST' | undefined }>
  'GET /api/appeals/counts': Ask<AppealCounts, unknown, { mine?: boolean | undefined }>
  'GET /api/appeals/rates': Ask<AppealRates, unknown, { from?: string | undefined; to?: string | undefined; by?: AppealRates['by'] | undefined }>
  'GET /api/appeals/rates/cases': Ask<Page<AppealRateCase>, unknown, Paging & { rate: AppealRateName; side?: AppealRateSide | undefined; from?: string | undefined; to?: string | undefined; street?: string | undefined; unit?: string | undefined; class?: string | undefined; estate?: string | undefined }>
  'GET /api/appeals/classes': Ask<AppealClass[]>
  'GET /api/appeals/units': Ask<AppealUnit[]>
  'POST /api/appeals/bulk': Ask<BulkResult[], unknown, unknown, Published['AppealBodiesBulkBody']>
  'POST /api/appeals/answers/preview': Ask<AnswerDraft[], unknown, unknown, Published['AppealBodiesAnswerDraftBody']>
  'POST /api/appeals/answers': Ask<BulkResult[], unknown, unknown, Published['AppealBodiesAnswersBody']>
  'GET /api/appeals/reply-templates': Ask<ReplyTemplates>
  'POST /api/appeals/reply-templates': Ask<ReplyTemplates, unknown, unknown, Published['NewReplyTemplateBody']>
  'PUT /api/appeals/reply-templates/{template}': Ask<ReplyTemplates, { template: string }, unknown, Published['ReplyTemplateBody']>
  'DELETE /api/appeals/reply-templates/{template}': Ask<ReplyTemplates, { template: string }, { version: number }>
  'GET /api/appeals/reply-templates/{template}/versions': Ask<Published['ReplyTemplateVersion'][], { template: string }>
  'GET /api/appeals/views': Ask<InboxView[]>
  'POST /api/appeals/views': Ask<InboxView[], unknown, unknown, Published['NewInboxViewBody']>
  'PUT /api/appeals/views/{view}': Ask<InboxView[], { view: string }, unknown, Published['InboxViewBody']>
  'DELETE /api/appeals/views/{view}': Ask<InboxView[], { view: string }>
  'GET /api/appeals/board': Ask<DispatchBoard, unknown, { area?: string | undefined; classCode?: string | undefined }>
  'GET /api/appeals/{id}': Ask<Appeal, Id>
  'GET /api/appeals/{id}/similar': Ask<LikeAppeal[], Id>
  'GET /api/appeals/rows': Ask<AppealRow[], unknown, { id: string[] }>
  'GET /api/appeals/estate-standing': Ask<EstateAppeals, unknown, { estate: string }>
  'GET /api/appeal-rules': Ask<AppealRules>
  'POST /api/appeal-rules/explaining': Ask<AppealRules, unknown, unknown, Published['NewExplainingRuleBody']>
  'PUT /api/appeal-rules/explaining': Ask<AppealRules, unknown, unknown, Published['ExplainingRuleBody']>
  'DELETE /api/appeal-rules/explaining': Ask<AppealRules, unknown, { classCode: string; kind: ExplainingRule['kind']; version: number }>
  'PUT /api/appeal-rules/recheck': Ask<AppealRules, unknown, unknown, Published['RecheckRuleBody']>
  'GET /api/appeal-time-limits': Ask<TimeLimits>
  'POST /api/appeal-time-limits': Ask<TimeLimits, unknown, unknown, NewTimeLimit>
  'PUT /api/appeal-time-limits/{limitCode}/{limitVersion}': Ask<TimeLimits, { limitCode: string; limitVersion: number }, unknown, Published['TimeLimitBody']>
  'DELETE /api/appeal-time-limits/{limitCode}/{limitVersion}': Ask<TimeLimits, { limitCode: string; limitVersion: number }, { revision: number; previousTo?: string | undefined }>
  'PUT /api/appeal-time-limits/pause-reasons/{pauseReason}': Ask<TimeLimits, { pauseReason: PauseReasonRow['code'] }, unknown, Published['PauseReasonBody']>
  'GET /api/appeals/rechecks': Ask<Rechecks, unknown, { open: boolean }>
  'DELETE /api/appeals/{id}/explanation/{target}': Ask<Appeal, { id: string; target: string }>
  'GET /api/battle-chart/appeals': Ask<ChartAppeals, unknown, { programme?: string | undefined }>
  'GET /api/appeals/topics': Ask<Topics, unknown, { days: number }>
  'POST /api/appeals/matters/{matter}/settle': Ask<unknown, { matter: string }, unknown, { words: string }>
  'GET /api/appeals/routing': Ask<Routing>
  'POST /api/appeals/routing/models': Ask<Routing>
  'POST /api/appeals/routing/choice': Ask<Routing, unknown, unknown, { model: string | null }>
  'POST /api/appeal-feeds/hotline-12345/workbook': Ask<OrderBook, unknown, unknown, FormData>
  'POST /api/appeals': Ask<Published['AppealReceived'], unknown, unknown, AppealNew>
  'GET /api/reception-points': Ask<ReceptionPoint[]>
  'POST /api/reception-points': Ask<ReceptionPoint, unknown, unknown, Published['ReceptionBodiesPointBodyNew']>
  'PUT /api/reception-points/{id}': Ask<ReceptionPoint, Id, unknown, PointForm>
  'GET /api/reception-points/{id}/roster': Ask<Roster, Id, { from?: string; to?: string }>
  'PUT /api/reception-points/{id}/roster': Ask<Roster, Id, unknown, Published['ReceptionBodiesRosterBody']>
  'GET /api/reception-points/{id}/queue': Ask<ReceptionQueue, Id, { day?: string }>
  'GET /api/reception-points/{id}/pad': Ask<ReceptionPad, Id>
  'GET /api/reception-points/{id}/desk': Ask<ReceptionDesk, Id, { buildingId?: string | undefined; classCode?: string | undefined }>
  'GET /api/reception-points/{id}/promises': Ask<PromiseRow[], Id>
  'POST /api/reception-points/{id}/walk-ins': Ask<WalkInReceipt, Id, unknown, WalkInForm>
  'POST /api/reception-points/{id}/walk-ins/{appeal}/answer': Ask<ReceptionQueue, { id: string; appeal: string }, unknown, Published['ReceptionBodiesTableAnswerBody']>
  'POST /api/promises/{id}/keep': Ask<void, Id, unknown, { words?: string | null }>
  'POST /api/promises/{id}/move': Ask<Published['PromiseMoved'], Id, unknown, Published['ReceptionBodiesPromiseMovedBody']>
  'POST /api/appeals/{id}/reveal': Ask<Published['RevealedComplainant'], Id, unknown, Published['ComplainantAsked']>
  'POST /api/appeals/{id}/accept': Ask<Appeal, Id>
  'POST /api/appeals/{id}/dispatch': Ask<Appeal, Id, unknown, Published['AppealBodiesDispatchBody']>
  'POST /api/appeals/{id}/return': Ask<Appeal, Id, unknown, Published['AppealBodiesAppealReasonBody']>
  'POST /api/appeals/{id}/handle': Ask<Appeal, Id>
  'POST /api/appeals/{id}/progress': Ask<Appeal, Id, unknown, Published['AppealBodiesAppealProgressBody']>
  'POST /api/appeals/{id}/cooperate': Ask<Appeal, Id, unknown, Published['AppealBodiesCooperateBody']>
  'POST /api/appeals/{id}/pause': Ask<Appeal, Id, unknown, Published['AppealBodiesPauseBody']>
  'POST /api/appeals/{id}/resume': Ask<Appeal, Id, unknown, Published['AppealBodiesWordsBody']>
  'POST /api/appeals/{id}/extension': Ask<Appeal, Id, unknown, Published['AppealBodiesExtensionBody']>
  'POST /api/appeals/{id}/extension-decision': Ask<Appeal, Id, unknown, Published['AppealBodiesExtensionDecisionBody']>
  'POST /api/appeals/{id}/reply': Ask<Appeal, Id, unknown, Published['AppealBodiesReplyBody']>
  'POST /api/appeals/{id}/call-back': Ask<Appeal, Id, unknown, Published['AppealBodiesCallBackBody']>
  'POST /api/appeals/{id}/lapse': Ask<Appeal, Id>
  'POST /api/appeals/{id}/recheck': Ask<Appeal, Id, unknown, Published['AppealBodiesRecheckBody']>
  'POST /api/appeals/{id}/archive': Ask<Appeal, Id>
  'POST /api/appeals/{id}/correct': Ask<Appeal, Id, unknown, Published['AppealBodiesCorrectBody']>
  'POST /api/appeals/{id}/supervise': Ask<Appeal, Id, unknown, Published['AppealBodiesAppealReasonBody']>
  'POST /api/appeals/{id}/merge': Ask<Appeal, Id, unknown, Published['AppealBodiesMergeBody']>
  'POST /api/appeals/{id}/separate': Ask<Appeal, Id, unknown, Published['AppealBodiesWordsBody']>
  'POST /api/appeals/{id}/split': Ask<Appeal, Id, unknown, Published['AppealBodiesSplitBody']>
  'GET /api/utility-requests': Ask<Page<UtilityRequest>, unknown, Paging & { state?: RequestState | undefined; estate?: string | undefined; service?: Service | undefined; mine?: boolean | undefined; overdue?: boolean | undefined }>
  'GET /api/utility-requests/{id}': Ask<UtilityRequest, Id>
  'POST /api/utility-requests': Ask<UtilityRequest, unknown, unknown, Published['RequestBodyNew']>
  'POST /api/utility-requests/{id}/answers': Ask<UtilityRequest, Id, unknown, Published['AnswerBody']>
  'POST /api/utility-requests/{id}/move': Ask<UtilityRequest, Id, unknown, { window: UtilityWindow }>
  'POST /api/utility-requests/{id}/withdraw': Ask<UtilityRequest, Id, unknown, { reason: string }>
  'GET /api/utility-calendar': Ask<UtilityCalendar, unknown, { from?: string | undefined; weeks?: number | undefined }>
  'GET /api/utility-rules': Ask<UtilityRules>
  'PUT /api/utility-rules': Ask<UtilityRules, unknown, unknown, Published['RulesBody']>
  'PUT /api/utility-rules/services/{service}': Ask<UtilityRules, { service: Service }, unknown, Published['ServiceBody']>
  'PUT /api/utility-rules/exam-days/{day}': Ask<UtilityRules, { day: string }, unknown, Published['ExamDayBody']>
  'DELETE /api/utility-rules/exam-days/{day}': Ask<void, { day: string }>
  'POST /api/utility-rules/activities': Ask<UtilityRules, unknown, unknown, Published['NewWaitingBody']>
  'PUT /api/utility-rules/activities/{requestKind}/{service}/{activityCode}': Ask<UtilityRules, WaitingRow, unknown, Published['WaitingBody']>
  'DELETE /api/utility-rules/activities/{requestKind}/{service}/{activityCode}': Ask<void, WaitingRow>
  'GET /api/utility-rules/breaches': Ask<UtilityBreach[]>
  'GET /api/utility-notices': Ask<Page<OutageNotice>, unknown, Paging & { estate?: string | undefined; request?: string | undefined; state?: NoticeState | undefined }>
  'GET /api/utility-notices/{id}/qr': Ask<SheetCode, Id>
  'GET /api/outage-sheets/{id}': Ask<OutageSheet, Id>
  'POST /api/utility-notices/{id}/post': Ask<OutageNotice, Id, unknown, { evidence: string[] }>

  'GET /api/programmes': Ask<ProgrammeRow[]>
  'POST /api/programmes': Ask<ProgrammeRow, unknown, unknown, Published['NewProgramme']>
  'GET /api/programmes/{id}': Ask<ProgrammeRow, Id>
  'PUT /api/programmes/{id}/rules': Ask<ProgrammeRow, Id, unknown, RulesForm>
  'GET /api/programmes/{id}/nodes': Ask<Node[], Id>
  'PUT /api/programmes/{id}/nodes/{nodeId}': Ask<Node, { id: string; nodeId: string }, unknown, Published['NodeEdit']>
  'GET /api/programmes/{id}/template': Ask<TemplateRow[], Id>
  'PUT /api/programmes/{id}/template/{code}': Ask<TemplateRow, { id: string; code: string }, unknown, TemplateForm>
  'POST /api/programmes/{id}/template': Ask<TemplateRow, Id, unknown, NewActivity>
  'DELETE /api/programmes/{id}/template/{code}': Ask<void, { id: string; code: string }, { version?: number }>
  'GET /api/programmes/{id}/crews': Ask<CrewRow[], Id>
  'POST /api/programmes/{id}/crews': Ask<CrewRow, Id, unknown, NewCrew>
  'DELETE /api/programmes/{id}/crews/{code}': Ask<void, { id: string; code: string }, { version?: number }>
  'PUT /api/programmes/{id}/crews/{code}': Ask<CrewRow, { id: string; code: string }, unknown, CrewForm>
  'GET /api/programmes/{id}/projects': Ask<Project[], Id>
  'POST /api/programmes/{id}/projects': Ask<Project, Id, unknown, ProjectForm>
  'POST /api/programmes/{id}/projects/from-estates': Ask<Project[], Id, unknown, Published['FromEstates']>
  'POST /api/programmes/{id}/carry-over': Ask<Project[], Id, unknown, Published['CarryOverBody']>
  'PATCH /api/projects/{id}': Ask<Project, Id, unknown, ProjectForm>
  'DELETE /api/projects/{id}': Ask<void, Id>
  'POST /api/programmes/{id}/plans': Ask<Plan, Id, unknown, Published['PlanRowWanted']>
  'GET /api/programmes/{id}/drafts': Ask<DraftRow[], Id>
  'POST /api/programmes/{id}/drafts': Ask<Draft, Id, unknown, { name: string; proposal?: DraftProposal; edits?: NewDraftEdit[] }>
  'GET /api/drafts/{id}': Ask<Draft, Id>
  'DELETE /api/drafts/{id}': Ask<void, Id>
  'POST /api/drafts/{id}/edits': Ask<Draft, Id, unknown, { revision?: number; edit: NewDraftEdit }>
  'DELETE /api/drafts/{id}/edits/{position}': Ask<Draft, Id & { position: number }, { revision?: number }>
  'POST /api/drafts/{id}/undo': Ask<Draft, Id, unknown, { revision?: number }>
  'POST /api/drafts/{id}/redo': Ask<Draft, Id, unknown, { revision?: number }>
  'POST /api/drafts/{id}/level': Ask<Draft, Id, unknown, { revision?: number }>
  'POST /api/drafts/{id}/rebase': Ask<Draft, Id, unknown, { revision?: number }>
  'POST /api/drafts/{id}/adopt': Ask<Plan, Id, unknown, { revision?: number; reason: string }>
  'GET /api/drafts/{id}/differences': Ask<DraftDifference[], Id>
  'GET /api/drafts/{id}/odds': Ask<DraftOdds, Id>
  'GET /api/drafts/{id}/why/{activityId}': Ask<DraftWhy, Id & { activityId: string }>
  'GET /api/plans/{id}/compare/{other}': Ask<PlanComparison, Id & { other: string }>
  'GET /api/programmes/{id}/plans': Ask<Plan[], Id>
  'POST /api/programmes/{id}/searches': Ask<PlanSearch, Id, unknown, { seconds: number; note?: string }>
  'GET /api/programmes/{id}/searches/latest': Ask<PlanSearch | undefined, Id>
  'POST /api/searches/{id}/stop': Ask<PlanSearch, Id>
  'POST /api/plans/{id}/freeze': Ask<Plan, Id>
  'DELETE /api/plans/{id}': Ask<void, Id>
  'GET /api/programmes/{id}/timetable': Ask<Timetable, Id, { plan?: string | undefined; street?: string | undefined; project?: string | undefined }>
  'GET /api/programmes/{id}/must-start-today': Ask<MustStart[], Id>
  'GET /api/activities/{id}/failing': Ask<NodeFailure, Id>
  'GET /api/activities/{id}/why': Ask<Why, Id>
  'GET /api/activities/{id}/why/{planId}': Ask<PlannedWhy, { id: string; planId: string }>
  'GET /api/activities/{id}/progress-reports': Ask<ProgressReport[], Id>
  'POST /api/activities/{id}/progress-reports': Ask<ProgressReport, Id, unknown, ProgressForm>
  'GET /api/gates': Ask<Gate[]>
  'PUT /api/gates/{gate}/conditions/{condition}': Ask<Gate[], { gate: string; condition: string }, unknown, Published['ConditionBody']>
  'PUT /api/gates/{gate}/conditions/{condition}/retirement': Ask<Gate[], { gate: string; condition: string }, unknown, Published['RetirementBody']>
  'PUT /api/gates/{gate}/order': Ask<Gate[], { gate: string }, unknown, Published['OrderBody']>
  'POST /api/gates/{gate}/conditions': Ask<Gate[], { gate: string }, unknown, Published['ConditionBody']>
  'GET /api/programmes/{id}/gates': Ask<GateView[], Id>
  'GET /api/projects/{id}/gates': Ask<GateView, Id>
  'PUT /api/projects/{id}/gates/{gate}/conditions/{condition}': Ask<GateView, { id: string; gate: string; condition: string }, unknown, Published['ConditionDecision']>
  'POST /api/projects/{id}/gates/{gate}/passage': Ask<GateView, { id: string; gate: string }>
  'POST /api/projects/{id}/stage': Ask<GateView, Id, unknown, Published['StageBody']>
  'GET /api/projects/{id}/weekly-report': Ask<WeeklyForm, Id>
  'POST /api/projects/{id}/weekly-reports': Ask<WeeklyMade, Id, unknown, WeeklyBody>
  'PUT /api/weekly-reports/{id}/settlement': Ask<WeeklyMade, Id, unknown, Published['WeeklyViewSettlement']>
  'GET /api/programmes/{id}/weekly-reports': Ask<WeeklyOverview, Id, { week?: string | undefined }>
  'GET /api/projects/{id}/budget': Ask<BudgetView, Id>
  'POST /api/projects/{id}/budget/draft': Ask<BudgetView, Id>
  'PUT /api/projects/{id}/budget/draft': Ask<BudgetView, Id, unknown, Published['BudgetViewDraftBody']>
  'DELETE /api/projects/{id}/budget/draft': Ask<void, Id>
  'POST /api/projects/{id}/foreign-plans': Ask<ForeignPlan, Id, unknown, FormData>
  'POST /api/projects/{id}/budget/workbook': Ask<BudgetView, Id, unknown, FormData>
  'POST /api/projects/{id}/budget/approval': Ask<BudgetView, Id, unknown, Published['BudgetViewApproval']>
  'POST /api/projects/{id}/contracts': Ask<BudgetView, Id, unknown, Published['BudgetViewContractBody']>
  'POST /api/projects/{id}/ledger': Ask<BudgetView, Id, unknown, Published['BudgetViewEntryBody']>
  'GET /api/programmes/{id}/budgets': Ask<BudgetRow[], Id>
  'GET /api/programmes/{id}/earned-value': Ask<ValueView, Id, { street?: string | undefined; project?: string | undefined }>
  'GET /api/programmes/{id}/risk': Ask<RiskView, Id, { node?: string | undefined; street?: string | undefined; project?: string | undefined }>
  'PUT /api/programmes/{id}/risk-rules': Ask<RiskRules, Id, unknown, RiskRulesForm>
  'GET /api/size-sheet': Ask<SizeSheet>
  'GET /api/size-sheet/versions': Ask<SizeSheet[]>
  'PUT /api/size-sheet': Ask<SizeSheet, unknown, unknown, Published['SheetBody']>
  'GET /api/programmes/{id}/size-sheets': Ask<SizeScore[], Id>
  'GET /api/projects/{id}/size-sheet': Ask<SizeScore, Id>
  'PUT /api/projects/{id}/size-facts': Ask<SizeScore, Id, unknown, Published['FactsBody']>
  'PUT /api/projects/{id}/size-class': Ask<SizeScore, Id, unknown, Published['ChoiceBody']>
  'GET /api/playbook': Ask<PlaybookVersion[]>
  'GET /api/playbook/{version}': Ask<PlaybookView, { version: number }>
  'GET /api/playbook/{version}/changes': Ask<Published['ChangeRow'][], { version: number }, { against?: number | undefined }>
  'GET /api/playbook/finished': Ask<Published['PlaybookSource'][]>
  'GET /api/playbook/lessons': Ask<Lessons>
  'POST /api/playbook/versions': Ask<PlaybookView, unknown, unknown, Published['DecisionsBody']>
  'GET /api/calendar/{year}': Ask<CalendarYear, { year: number }>
  'POST /api/calendar/{year}': Ask<Published['Imported'], { year: number }, unknown, HolidayFile>

  'GET /api/battle-chart': Ask<BattleChart, unknown, { programme?: string | undefined; since?: number | undefined }>
  'GET /api/command/board': Ask<Board>
  'GET /api/command/league': Ask<League, unknown, { programme?: string | undefined }>
  'GET /api/command/kpis': Ask<KpiTree, unknown, { programme?: string | undefined }>
  'GET /api/command/dimensions': Ask<Dimensions, unknown, { street?: string | undefined; programme?: string | undefined }>
  'GET /api/command/causes': Ask<Causes, unknown, { programme?: string | undefined }>
  'GET /api/command/figures': Ask<FigureRow[]>
  'PUT /api/command/figures/{kind}/{code}': Ask<FigureRow, { kind: FigureKind; code: string }, unknown, FigureForm>
  'GET /api/command/figures/{kind}/{code}/rows': Ask<CountedRows, { kind: FigureKind; code: string }, Paging & { street?: string | undefined; project?: string | undefined; programme?: string | undefined }>
  'GET /api/statistics/{period}': Ask<Statistics, { period: string }, { programme?: string | undefined }>
  'GET /api/statistics/{period}/lines/{code}/rows': Ask<CountedRows, { period: string; code: string }, Paging & { street?: string | undefined; programme?: string | undefined }>
  'GET /api/wall/board': Ask<Board>
  'POST /api/wall/device': Ask<Published['Bound'], unknown, unknown, { code: string }>
  'GET /api/wall-screens': Ask<WallScreen[]>
  'POST /api/wall-screens': Ask<WallScreen, unknown, unknown, Published['ScreenBody']>
  'DELETE /api/wall-screens/{id}': Ask<void, Id>
  'GET /api/battle-chart/{projectId}/{nodeId}': Ask<BattleCellDetail, { projectId: string; nodeId: string }>

  'GET /api/notices': Ask<Page<Message>, unknown, Paging & { unread?: boolean }>
  'GET /api/notices/unread': Ask<Unread>
  'POST /api/notices/read': Ask<void, unknown, unknown, { id?: string }>
  'GET /api/notice-templates': Ask<TemplateView[]>
  'PUT /api/notice-templates': Ask<NoticeWords, unknown, unknown, NoticeWords>
  'POST /api/notice-templates/preview': Ask<NoticeWords, unknown, unknown, NoticeWords>
  'GET /api/quiet-hours': Ask<QuietHours>
  'PUT /api/quiet-hours': Ask<QuietHours, unknown, unknown, QuietHours>
  'GET /api/notice-failures': Ask<Page<NoticeFailure>, unknown, Paging>
  'POST /api/notice-failures/retry': Ask<void, unknown, unknown, Id>
  'POST /api/notice-failures/dismiss': Ask<void, unknown, unknown, { id: string; reason: string }>
}
