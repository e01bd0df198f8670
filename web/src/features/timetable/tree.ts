import type { Node, State, Timetable, TimetableActivity } from '@/api/contract'
import { type Day, dayOf } from '@/ui/gantt/days'
import type { Link } from '@/ui/gantt/links'
import { type Bar, type Row, placed } from '@/ui/gantt/rows'
import { SEVERITY, ofActivity } from '@/ui/state'

export type Grouping = 'project' | 'crew' | 'street'
export type Project = Timetable['projects'][number]
export const PHASES = ['PREP', 'DEMO', 'MOB', 'ROOF', 'FACADE', 'UNDER', 'EXT', 'HAND', 'CLOSE'] as const

/** What stands behind a row. */
export interface Entry {
  kind: 'street' | 'crew' | 'project' | 'phase' | 'activity'
  title: string
  state: State
  float: number
  finish: string
  project?: Project
  activity?: TimetableActivity
  activities: TimetableActivity[]
}
export interface Frozen { start: string; finish: string }

/** The words and choices a tree is built with. */
export interface TreeOptions {
  grouping: Grouping
  said: (words: { zh: string; en: string }) => string
  phase: (code: string) => string
  crew: (code: string) => string
  /** The frozen plan compared with: by activity, null when it had none. */
  frozen: (activity: TimetableActivity) => Frozen | null
  shift: (days: number) => string
  /** What the draft worn does to an activity. */
  drafted?: (activity: TimetableActivity) => { shift: number; dropped: boolean; added: boolean } | null
  /** The word at a dropped activity. */
  droppedText?: string
  /** The word at work that is added. */
  addedText?: string
  pill: (state: State, float: number) => string
  keep: (project: Project) => boolean
}

export interface Tree { roots: Row[]; entries: Map<string, Entry> }

/** Builds the rows of the timetable: street → project → phase → activity, or crew → project → activity. Worst first. */
export function treeOf(timetable: Timetable, options: TreeOptions): Tree {
  const entries = new Map<string, Entry>()
  const byProject = new Map<string, TimetableActivity[]>()
  for (const a of timetable.activities) push(byProject, a.projectId, a)
  const projects = timetable.projects.filter((p) => options.keep(p) && byProject.has(p.id)).sort(worstFirst)

  const known = new Map(projects.map((p) => [p.id, p]))
  const leaf = (id: string, level: number, a: TimetableActivity, title: string): Row => {
    entries.set(id, { kind: 'activity', title, state: ofActivity(a.state), float: a.float, finish: a.finish, activity: a, activities: [a], project: known.get(a.projectId)! })
    return row(id, level, `${title} ${a.code}`, [], taskBar(a, options))
  }
  const group = (id: string, level: number, kind: Entry['kind'], title: string, of: TimetableActivity[], children: Row[], project?: Project): Row => {
    const entry: Entry = { kind, title, ...standing(of), activities: of, ...(project ? { project } : {}) }
    if (project && kind === 'project' && level <= 2 && options.grouping !== 'crew') Object.assign(entry, { state: project.state, float: project.float, finish: project.finish })
    entries.set(id, entry)
    return row(id, level, title, children, groupBar(of, entry, level === 1 || kind === 'project', options))
  }
  const projectRow = (p: Project, level: number): Row => {
    const activities = byProject.get(p.id)!
    const phases = [...new Set(activities.map((a) => a.phase))].sort((a, b) => phaseOrder(a) - phaseOrder(b)).map((phase) => {
      const mine = activities.filter((a) => a.phase === phase).sort(byStart)
      return group(`${p.id}/${phase}`, level + 1, 'phase', options.phase(phase), mine, mine.map((a) => leaf(a.id, level + 2, a, options.said(a.name))), p)
    })
    return group(p.id, level, 'project', p.name, activities, phases, p)
  }

  let roots: Row[]
  if (options.grouping === 'project') roots = projects.map((p) => projectRow(p, 1))
  else if (options.grouping === 'street') {
    const streets = new Map<string, Project[]>()
    for (const p of projects) push(streets, p.street, p)
    roots = [...streets].map(([code, list]) =>
      group(`street:${code}`, 1, 'street', list[0]!.streetName, list.flatMap((p) => byProject.get(p.id)!), list.map((p) => projectRow(p, 2))))
  } else {
    roots = timetable.crews.flatMap((crew) => {
      const mine = timetable.activities.filter((a) => known.has(a.projectId) && a.crews.some((c) => c.crew === crew.code))
      if (mine.length === 0) return []
      const of = new Map<string, TimetableActivity[]>()
      for (const a of mine) push(of, a.projectId, a)
      const children = projects.filter((p) => of.has(p.id)).map((p) => {
        const list = of.get(p.id)!.sort(byStart)
        return group(`crew:${crew.code}/${p.id}`, 2, 'project', p.name, list, list.map((a) => leaf(`crew:${crew.code}/${a.id}`, 3, a, options.said(a.name))), p)
      })
      // What the crew still has to do comes first, worst and earliest first.
      children.sort((a, b) => SEVERITY[a.bar.health] - SEVERITY[b.bar.health] || a.bar.start - b.bar.start)
      return [group(`crew:${crew.code}`, 1, 'crew', options.crew(crew.code), mine, children)]
    })
  }
  return { roots: placed(roots), entries }
}

/**
 * Links to draw. Of the critical chain only what binds: for each critical activity the tightest link from a critical one.
 * Others are drawn when their activity is chosen.
 */
export function linksOf(timetable: Timetable): Link[] {
  const by = new Map(timetable.activities.map((a) => [a.id, a]))
  const tightest = new Map<string, { index: number; slack: number }>()
  timetable.links.forEach((l, index) => {
    const from = by.get(l.from)
    const to = by.get(l.to)
    if (!from?.critical || !to?.critical) return
    const slack = slackOf(l, from, to)
    const found = tightest.get(l.to)
    if (slack <= 10 && (!found || slack < found.slack)) tightest.set(l.to, { index, slack })
  })
  const binding = new Set([...tightest.values()].map((t) => t.index))
  return timetable.links.map((l, i) => ({ ...l, critical: binding.has(i) }))
}

/** Days between what a link asks and where its successor stands; holidays may make it more than 0. */
export function slackOf(link: Timetable['links'][number], from: Frozen, to: Frozen): number {
  switch (link.kind) {
    case 'FS': return dayOf(to.start) - dayOf(from.finish) - 1 - link.lag
    case 'SS': return dayOf(to.start) - dayOf(from.start) - link.lag
    case 'FF': return dayOf(to.finish) - dayOf(from.finish) - link.lag
    case 'SF': return dayOf(to.finish) - dayOf(from.start) + 1 - link.lag
  }
}

export function nodeLines(nodes: Node[], today: Day, said: TreeOptions['said']) {
  return nodes.map((n) => ({ id: n.id, day: dayOf(n.resolvedDate), name: said(n.name), passed: dayOf(n.resolvedDate) < today, unconfirmed: n.unconfirmed }))
}

function phaseOrder(code: string): number {
  const at = (PHASES as readonly string[]).indexOf(code)
  return at < 0 ? 99 : at
}
function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
function byStart(a: TimetableActivity, b: TimetableActivity): number {
  return a.start.localeCompare(b.start) || a.code.localeCompare(b.code)
}
function worstFirst(a: Project, b: Project): number {
  return SEVERITY[a.state] - SEVERITY[b.state] || a.float - b.float || a.name.localeCompare(b.name, 'zh')
}
function row(id: string, level: number, name: string, children: Row[], bar: Bar): Row {
  return { id, level, name, children, bar, place: 1, brothers: 1 }
}
function standing(of: TimetableActivity[]): { state: State; float: number; finish: string } {
  const open = of.filter((a) => a.state !== 'DONE')
  const finish = of.reduce((latest, a) => (a.finish > latest ? a.finish : latest), of[0]!.finish)
  if (open.length === 0) return { state: 'DONE', float: 0, finish }
  const worst = open.reduce((w, a) => (SEVERITY[a.state] < SEVERITY[w] ? ofActivity(a.state) : w), ofActivity(open[0]!.state))
  const begun = of.some((a) => a.started)
  return { state: worst === 'NOT_STARTED' && begun ? 'ON_TIME' : worst, float: Math.min(...open.map((a) => a.float)), finish }
}
function taskBar(a: TimetableActivity, options: TreeOptions): Bar {
  const frozen = options.frozen(a)
  const shift = frozen ? dayOf(a.finish) - dayOf(frozen.finish) : 0
  const drafted = options.drafted?.(a) ?? null
  // What an adopted draft dropped has no day left: it ends before it begins.
  const dropped = drafted?.dropped || a.finish < a.start
  return {
    kind: 'task', start: dayOf(a.start), finish: dayOf(a.finish), percent: a.percent, health: ofActivity(a.state), critical: a.critical,
    ghost: frozen ? { start: dayOf(frozen.start), finish: dayOf(frozen.finish) } : null,
    ...(dropped ? { dropped: true } : {}),
    tail: dropped ? { text: options.droppedText ?? '', tone: 'draft' } : drafted?.added ? { text: options.addedText ?? '', tone: 'draft' } : drafted && drafted.shift !== 0 ? { text: options.shift(drafted.shift), tone: 'draft' } : shift === 0 || a.state === 'DONE' ? null : { text: options.shift(shift), tone: shift < 0 ? 'early' : a.state === 'LATE' ? 'late' : 'soft' }, pill: null,
  }
}
function groupBar(of: TimetableActivity[], entry: Entry, top: boolean, options: TreeOptions): Bar {
  let start = Infinity
  let finish = -Infinity
  let ghostStart = Infinity
  let ghostFinish = -Infinity
  let done = 0
  let total = 0
  for (const a of of) {
    const from = dayOf(a.start)
    const to = dayOf(a.finish)
    start = Math.min(start, from)
    finish = Math.max(finish, to)
    done += (to - from + 1) * a.percent
    total += to - from + 1
    const frozen = options.frozen(a)
    if (frozen) {
      ghostStart = Math.min(ghostStart, dayOf(frozen.start))
      ghostFinish = Math.max(ghostFinish, dayOf(frozen.finish))
    }
  }
  return {
    kind: top ? 'top' : 'group', start, finish, percent: total ? done / total : 0, health: entry.state, critical: of.some((a) => a.critical),
    ghost: ghostFinish > -Infinity ? { start: ghostStart, finish: ghostFinish } : null, tail: null,
    pill: top ? { text: options.pill(entry.state, entry.float), health: entry.state } : null,
  }
}
