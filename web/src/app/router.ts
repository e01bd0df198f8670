import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import type { Feature, NavEntry } from './feature'
import { useSession } from './session'

const features = Object.values(import.meta.glob<{ default: Feature }>('../features/*/routes.ts', { eager: true })).map((f) => f.default)

export const rail: NavEntry[] = features.flatMap((f) => f.nav ?? []).sort((a, b) => a.order - b.order)

const notFound: RouteRecordRaw = {
  path: '/:rest(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue'), meta: { title: 'notFound.title', open: true },
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [{ path: '/', name: 'home', component: () => import('./NotFoundPage.vue') }, ...features.flatMap((f) => f.routes), notFound],
  // What an address points at on its page the page scrolls to itself, once it has it.
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? false : { top: 0 }),
})

/** The first page of the rail this person may open. */
export function home(): string {
  const session = useSession()
  return rail.find((e) => session.may(e.needs))?.to ?? '/account'
}

router.beforeEach(async (to) => {
  const session = useSession()
  if (to.meta.open && to.name !== 'not-found') return true
  try {
    await session.know()
  } catch {
    return true // the frame shows that the platform is silent
  }
  if (!session.now) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  if (session.now.mustChangePassword && to.name !== 'account') return { name: 'account', query: { must: '1' } }
  if (session.now.mustEnrol && to.name !== 'account') return { name: 'account', query: { must: 'factor' } }
  if (to.path === '/') return home()
  if (!session.may(to.meta.needs)) return { name: 'not-found', params: { rest: to.path.slice(1).split('/') }, replace: true }
  return true
})

// After an update the open tab still names the parts of the version before, which are gone: the page is then fetched anew, once.
const FETCHED = 'xingfuli.fetched-anew'
const GONE = /dynamically imported module|importing a module script|preload CSS/i // as Chromium and Firefox, Safari, and Vite say it
router.onError((error: unknown, to) => {
  if (!(error instanceof Error && GONE.test(error.message)) || sessionStorage.getItem(FETCHED) === to.fullPath) return
  sessionStorage.setItem(FETCHED, to.fullPath)
  location.assign(to.fullPath)
})
router.afterEach(() => sessionStorage.removeItem(FETCHED))
