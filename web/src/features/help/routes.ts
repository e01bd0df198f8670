import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/help', name: 'help', component: () => import('./HelpPage.vue'), meta: { title: 'help.title' } },
    { path: '/help/terms', name: 'help-terms', component: () => import('./TermsPage.vue'), meta: { title: 'help.terms' } },
    { path: '/help/keys', name: 'help-keys', component: () => import('./KeysPage.vue'), meta: { title: 'help.keys' } },
    { path: '/help/:page', name: 'help-page', component: () => import('./HelpPage.vue'), meta: { title: 'help.title' } },
  ],
} satisfies Feature
