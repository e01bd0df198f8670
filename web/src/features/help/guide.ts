import { computed, ref } from 'vue'
import { useRouter } from 'vue-router'
import type { Permission } from '@/api/contract'
import { useSession } from '@/app/session'

/** A first step: a place to go to, for whoever may do what it needs and, where `unless` is given, may not do that. */
interface Step { key: string; to: string; needs: Permission; unless?: Permission }

// In the order of a first day; each person meets the first four that are theirs.
const STEPS: Step[] = [
  { key: 'clock', to: '/help/demo-operator', needs: 'CLOCK_MOVE', unless: 'PROGRAMME_EDIT' },
  { key: 'chart', to: '/battle-chart', needs: 'CHART_READ' },
  { key: 'utilities', to: '/utilities', needs: 'UTILITY_SIGN' },
  { key: 'weekly', to: '/weekly', needs: 'PROGRESS_REPORT', unless: 'PROGRAMME_EDIT' },
  { key: 'programme', to: '/programme', needs: 'PROGRAMME_EDIT' },
  { key: 'timetable', to: '/timetable', needs: 'PROGRESS_REPORT' },
  { key: 'estates', to: '/estates', needs: 'ESTATE_READ' },
  { key: 'people', to: '/people', needs: 'PEOPLE_MANAGE' },
  { key: 'rights', to: '/people', needs: 'RIGHTS_GRANT' },
  { key: 'register', to: '/personal-data', needs: 'SECURITY_MANAGE' },
  { key: 'audit', to: '/audit', needs: 'AUDIT_READ' },
  { key: 'metrics', to: '/help/operator', needs: 'OPERATIONS_READ' },
  { key: 'account', to: '/account', needs: 'SESSION' },
  { key: 'keys', to: '/help/keys', needs: 'SESSION' },
]

interface Kept { closed: boolean; seen: string[] }

const kept = ref<Kept>({ closed: false, seen: [] })
let whose = ''

/** The steps a person begins with, kept on the device: what was seen stays seen, and "later" is respected. */
export function useGuide() {
  const session = useSession()
  const router = useRouter()

  const place = () => `xingfuli.guide.${session.now?.person.id ?? ''}`
  function load() {
    if (whose === place()) return
    whose = place()
    try {
      kept.value = { closed: false, seen: [], ...(JSON.parse(localStorage.getItem(whose) ?? localStorage.getItem('xingfuli.guide') ?? '{}') as Partial<Kept>) }
    } catch {
      kept.value = { closed: false, seen: [] }
    }
  }
  const keep = (next: Kept) => {
    kept.value = next
    localStorage.setItem(place(), JSON.stringify(next))
  }

  const exists = (to: string) => router.resolve(to).name !== 'not-found'
  const steps = computed(() => STEPS.filter((s) => session.may(s.needs) && !(s.unless && session.may(s.unless)) && exists(s.to)).slice(0, 4))
  const seen = computed(() => new Set(kept.value.seen))
  const shown = computed(() => !!session.now && !session.now.mustChangePassword && !kept.value.closed && steps.value.length > 0)

  /** Being on a page is having seen it. */
  function visit(path: string) {
    load()
    const step = steps.value.find((s) => path === s.to || path.startsWith(`${s.to}/`))
    if (shown.value && step && !seen.value.has(step.key)) keep({ ...kept.value, seen: [...kept.value.seen, step.key] })
  }
  const close = () => keep({ ...kept.value, closed: true })
  const again = () => keep({ closed: false, seen: [] })

  return { load, steps, seen, shown, visit, close, again, kept }
}
