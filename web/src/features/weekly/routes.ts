import { NotebookPen } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/weekly', name: 'weekly', component: () => import('./WeeklyPage.vue'), meta: { needs: 'PROGRAMME_READ', title: 'weekly.title' } },
    { path: '/weekly/:project', name: 'weekly-report', component: () => import('./ReportPage.vue'), meta: { needs: 'PROGRAMME_READ', title: 'weekly.one' } },
  ],
  nav: [{ to: '/weekly', label: 'weekly.nav', icon: NotebookPen, needs: 'PROGRAMME_READ', order: 24 }],
} satisfies Feature
