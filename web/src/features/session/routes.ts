import { KeySquare } from '@lucide/vue'
import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./SignInPage.vue'), meta: { open: true, bare: true, title: 'session.signIn' } },
    { path: '/setup/:token', name: 'setup', component: () => import('./SetupPage.vue'), meta: { open: true, bare: true, title: 'session.setup' } },
    { path: '/account', name: 'account', component: () => import('./AccountPage.vue'), meta: { title: 'session.account' } },
    { path: '/tokens', name: 'tokens', component: () => import('./TokensPage.vue'), meta: { needs: 'SECURITY_READ', title: 'session.token.all' } },
  ],
  nav: [{ to: '/tokens', label: 'session.token.nav', icon: KeySquare, needs: 'SECURITY_READ', order: 85 }],
} satisfies Feature
