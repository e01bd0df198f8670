import { ChartSpline } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/value', name: 'value', component: () => import('./ValuePage.vue'), meta: { needs: 'PROGRAMME_READ', title: 'money.title' } },
    { path: '/budget/:project', name: 'budget', component: () => import('./BudgetPage.vue'), meta: { needs: 'MONEY_READ', title: 'money.budget' } },
  ],
  nav: [{ to: '/value', label: 'money.nav', icon: ChartSpline, needs: 'PROGRAMME_READ', order: 28 }],
} satisfies Feature
