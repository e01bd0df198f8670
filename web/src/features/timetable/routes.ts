import { ChartGantt } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/timetable', name: 'timetable', component: () => import('./TimetablePage.vue'), meta: { needs: 'PROGRAMME_READ', title: 'timetable.title' } },
  ],
  nav: [{ to: '/timetable', label: 'timetable.nav', icon: ChartGantt, needs: 'PROGRAMME_READ', order: 20 }],
} satisfies Feature
