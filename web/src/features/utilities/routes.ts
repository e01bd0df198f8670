import { PlugZap } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/utilities', redirect: '/utilities/requests' },
    { path: '/utilities/:part(requests|calendar|notices|rules)', name: 'utilities', component: () => import('./UtilitiesPage.vue'), meta: { needs: 'UTILITY_READ', title: 'utilities.title' } },
    { path: '/outage/:id', name: 'outage', component: () => import('./OutagePage.vue'), meta: { open: true, bare: true, title: 'utilities.sheet.title' } },
  ],
  nav: [{ to: '/utilities', label: 'utilities.nav', icon: PlugZap, needs: 'UTILITY_READ', order: 36 }],
} satisfies Feature
