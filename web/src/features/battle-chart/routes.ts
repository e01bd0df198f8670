import { LayoutGrid } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/battle-chart', name: 'battle-chart', component: () => import('./BattleChartPage.vue'), meta: { needs: 'CHART_READ', title: 'battle-chart.title' } },
    { path: '/battle-chart/print', name: 'chart-print', component: () => import('./PrintPage.vue'), meta: { needs: 'CHART_READ', title: 'battle-chart.paper.title', bare: true } },
    { path: '/wall-screen', name: 'wall-screen', component: () => import('./WallScreenPage.vue'), meta: { open: true, title: 'battle-chart.wallTitle', bare: true } },
    { path: '/wall', name: 'wall', component: () => import('./WallPage.vue'), meta: { needs: 'CHART_READ', title: 'battle-chart.wallTitle', bare: true } },
  ],
  nav: [{ to: '/battle-chart', label: 'battle-chart.nav', icon: LayoutGrid, needs: 'CHART_READ', order: 10 }],
} satisfies Feature
