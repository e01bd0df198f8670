import { Users } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/people/:part(organisations|appointments|rights)?', name: 'people', component: () => import('./PeoplePage.vue'), meta: { needs: 'PEOPLE_READ', title: 'people.title' } },
  ],
  nav: [{ to: '/people', label: 'people.nav', icon: Users, needs: 'PEOPLE_READ', order: 80 }],
} satisfies Feature
