import { Armchair } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/reception', name: 'reception', component: () => import('./ReceptionPage.vue'), meta: { needs: 'APPEAL_INTAKE', title: 'reception.title' } },
    { path: '/reception/points', name: 'reception-points', component: () => import('./PointsPage.vue'), meta: { needs: 'APPEAL_READ', title: 'reception.points' } },
  ],
  // Before the estates: for a clerk of a reception point the table is the first page.
  nav: [{ to: '/reception', label: 'reception.nav', icon: Armchair, needs: 'APPEAL_INTAKE', order: 29 }],
} satisfies Feature
