import { ShieldCheck } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/audit', name: 'audit', component: () => import('./AuditPage.vue'), meta: { needs: 'AUDIT_READ', title: 'audit.title' } },
    { path: '/audit/evidence', name: 'audit-evidence', component: () => import('./EvidenceCheckPage.vue'), meta: { needs: 'AUDIT_VERIFY', title: 'audit.evidence.title' } },
  ],
  nav: [{ to: '/audit', label: 'audit.nav', icon: ShieldCheck, needs: 'AUDIT_READ', order: 90 }],
} satisfies Feature
