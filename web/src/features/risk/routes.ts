import { ShieldAlert } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/risk', name: 'risk', component: () => import('./RiskPage.vue'), meta: { needs: 'PROGRAMME_READ', title: 'risk.title' } },
  ],
  nav: [{ to: '/risk', label: 'risk.nav', icon: ShieldAlert, needs: 'PROGRAMME_READ', order: 22 }],
} satisfies Feature
