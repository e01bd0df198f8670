import { CalendarDays } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [{ path: '/calendar/:year(\\d{4})?', name: 'calendar', component: () => import('./CalendarPage.vue'), meta: { needs: 'PROGRAMME_READ', title: 'calendar.title' } }],
  nav: [{ to: '/calendar', label: 'calendar.nav', icon: CalendarDays, needs: 'PROGRAMME_READ', order: 50 }],
} satisfies Feature
