import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/estates/import/:id?', name: 'estate-import', component: () => import('./EstateImportPage.vue'), meta: { needs: 'ESTATE_IMPORT', title: 'estate-import.title' } },
  ],
} satisfies Feature
