import { Building2 } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/estates', name: 'estates', component: () => import('./EstatesPage.vue'), meta: { needs: 'ESTATE_READ', title: 'estates.title' } },
    { path: '/estates/:id', name: 'estate', component: () => import('./EstatePage.vue'), meta: { needs: 'ESTATE_READ', title: 'estates.one' } },
  ],
  nav: [{ to: '/estates', label: 'estates.nav', icon: Building2, needs: 'ESTATE_READ', order: 30 }],
} satisfies Feature
