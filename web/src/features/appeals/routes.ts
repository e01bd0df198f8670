import { Inbox } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/appeals', name: 'appeals', component: () => import('./AppealsPage.vue'), meta: { needs: 'APPEAL_READ', title: 'appeals.title' } },
    { path: '/appeals/topics', name: 'appeal-topics', component: () => import('./TopicsPage.vue'), meta: { needs: 'APPEAL_READ', title: 'appeals.topics.title' } },
    { path: '/appeals/board', name: 'appeal-board', component: () => import('./BoardPage.vue'), meta: { needs: 'APPEAL_DISPATCH', title: 'appeals.board.title' } },
    { path: '/appeals/templates', name: 'appeal-templates', component: () => import('./TemplatesPage.vue'), meta: { needs: 'APPEAL_READ', title: 'appeals.templates.title' } },
    { path: '/appeals/rates', name: 'appeal-rates', component: () => import('./RatesPage.vue'), meta: { needs: 'APPEAL_READ', title: 'appeals.rates.title' } },
    { path: '/appeals/rules', name: 'appeal-rules', component: () => import('./RulesPage.vue'), meta: { needs: 'APPEAL_READ', title: 'appeals.rules.title' } },
    { path: '/appeals/rechecks', name: 'appeal-rechecks', component: () => import('./RechecksPage.vue'), meta: { needs: 'APPEAL_CALL_BACK', title: 'appeals.rechecks.title' } },
  ],
  nav: [{ to: '/appeals', label: 'appeals.nav', icon: Inbox, needs: 'APPEAL_READ', order: 34 }],
} satisfies Feature
