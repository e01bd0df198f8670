import { ShieldAlert } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/personal-data', name: 'personal-data', component: () => import('./PersonalDataPage.vue'), meta: { needs: 'SECURITY_READ', title: 'personal-data.title' } },
    { path: '/reveals', name: 'reveals', component: () => import('./RevealsPage.vue'), meta: { needs: 'AUDIT_READ', title: 'personal-data.reveals.title' } },
  ],
  nav: [
    { to: '/personal-data', label: 'personal-data.nav', icon: ShieldAlert, needs: 'SECURITY_READ', order: 84 },
    { to: '/reveals', label: 'personal-data.reveals.nav', icon: ShieldAlert, needs: 'AUDIT_READ', order: 92 },
  ],
} satisfies Feature
