import type { Feature } from '@/app/feature'

export default {
  routes: [
    { path: '/notices', name: 'notices', component: () => import('./InboxPage.vue'), meta: { title: 'notice.title' } },
    { path: '/notices/failed', name: 'notices-failed', component: () => import('./FailedPage.vue'), meta: { needs: 'NOTICE_MANAGE', title: 'notice.failed.title' } },
    { path: '/notices/words', name: 'notices-words', component: () => import('./WordsPage.vue'), meta: { needs: 'NOTICE_MANAGE', title: 'notice.words.title' } },
  ],
} satisfies Feature
