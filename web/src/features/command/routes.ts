import { ChartNoAxesCombined } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/command', redirect: '/command/causes' },
    { path: '/command/:part(causes|league|kpis|dimensions|statistics|rules|walls)', name: 'command', component: () => import('./CommandPage.vue'), meta: { needs: 'CHART_READ', title: 'command.title' } },
  ],
  nav: [{ to: '/command', label: 'command.nav', icon: ChartNoAxesCombined, needs: 'CHART_READ', order: 15 }],
} satisfies Feature
