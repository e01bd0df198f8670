import { ShieldCheck } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [{ path: '/audit', name: 'audit', component: () => import('./AuditPage.vue'), meta: { needs: 'AUDIT_READ', title: 'audit.title' } }],
  nav: [{ to: '/audit', label: 'audit.nav', icon: ShieldCheck, needs: 'AUDIT_READ', order: 90 }],
} satisfies Feature
