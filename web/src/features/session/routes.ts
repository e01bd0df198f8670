import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./SignInPage.vue'), meta: { open: true, bare: true, title: 'session.signIn' } },
    { path: '/setup/:token', name: 'setup', component: () => import('./SetupPage.vue'), meta: { open: true, bare: true, title: 'session.setup' } },
    { path: '/account', name: 'account', component: () => import('./AccountPage.vue'), meta: { title: 'session.account' } },
  ],
} satisfies Feature
