import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/foreign-plan/:project?', name: 'foreign-plan', component: () => import('./ForeignPlanPage.vue'), meta: { needs: 'PROGRESS_REPORT', title: 'plan-exchange.title' } },
  ],
} satisfies Feature
