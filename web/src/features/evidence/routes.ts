import { Camera } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [{ path: '/evidence', name: 'evidence', component: () => import('./EvidencePage.vue'), meta: { needs: 'EVIDENCE_READ', title: 'evidence.title' } }],
  nav: [{ to: '/evidence', label: 'evidence.nav', icon: Camera, needs: 'EVIDENCE_READ', order: 35 }],
} satisfies Feature
