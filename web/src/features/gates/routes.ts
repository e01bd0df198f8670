import { ListChecks } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/gates', name: 'gates', component: () => import('./GatesPage.vue'), meta: { needs: 'PROGRAMME_READ', title: 'gates.title' } },
    { path: '/gates/conditions', name: 'gate-conditions', component: () => import('./ConditionsPage.vue'), meta: { needs: 'PROGRAMME_READ', title: 'gates.conditions.title' } },
    { path: '/gates/:project', name: 'gate-list', component: () => import('./ChecklistPage.vue'), meta: { needs: 'PROGRAMME_READ', title: 'gates.one' } },
  ],
  nav: [{ to: '/gates', label: 'gates.nav', icon: ListChecks, needs: 'PROGRAMME_READ', order: 26 }],
} satisfies Feature
