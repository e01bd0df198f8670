import { Building2 } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/estates', name: 'estates', component: () => import('./EstatesPage.vue'), meta: { needs: 'ESTATE_READ', title: 'estates.title' } },
    { path: '/surveys', name: 'surveys', component: () => import('./SurveysPage.vue'), meta: { needs: 'ESTATE_READ', title: 'estates.surveys' } },
    { path: '/estates/:id', name: 'estate', component: () => import('./EstatePage.vue'), meta: { needs: 'ESTATE_READ', title: 'estates.one' } },
    { path: '/estates/:id/works', name: 'works', component: () => import('./WorksPage.vue'), meta: { needs: 'ESTATE_READ', title: 'estates.menu' } },
    { path: '/estates/:id/survey', name: 'survey', component: () => import('./SurveyPage.vue'), meta: { needs: 'ESTATE_READ', title: 'estates.survey' } },
    { path: '/estates/:id/survey/:sheet', name: 'sheet', component: () => import('./SheetPage.vue'), meta: { needs: 'ESTATE_READ', title: 'estates.survey' } },
    { path: '/buildings/:id', name: 'building', component: () => import('./BuildingPage.vue'), meta: { needs: 'ESTATE_READ', title: 'estates.BUILDING' } },
  ],
  nav: [{ to: '/estates', label: 'estates.nav', icon: Building2, needs: 'ESTATE_READ', order: 30 }],
} satisfies Feature
