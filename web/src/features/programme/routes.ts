import { CalendarRange } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/programme/:id?/:part(nodes|projects|size|template|playbook|crews|rules|plans)?', name: 'programme', component: () => import('./ProgrammePage.vue'), meta: { needs: 'PROGRAMME_READ', title: 'programme.title' } },
  ],
  nav: [{ to: '/programme', label: 'programme.nav', icon: CalendarRange, needs: 'PROGRAMME_READ', order: 40 }],
} satisfies Feature
