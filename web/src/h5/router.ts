import { nextTick } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { i18n } from './words'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/h5', component: () => import('./StartPage.vue'), meta: { title: 'start.title' } },
    { path: '/h5/p/:code', component: () => import('./PlacePage.vue'), props: true, meta: { title: 'place.title' } },
    { path: '/h5/p/:code/report', component: () => import('./ReportPage.vue'), props: true, meta: { title: 'report.title' } },
    { path: '/h5/receipt/:number', component: () => import('./ReceiptPage.vue'), props: true, meta: { title: 'receipt.title' } },
    { path: '/h5/status', component: () => import('./StatusPage.vue'), meta: { title: 'status.title' } },
    { path: '/h5/status/:number', component: () => import('./CasePage.vue'), props: true, meta: { title: 'case.title' } },
    { path: '/:rest(.*)*', component: () => import('./NotFoundPage.vue'), meta: { title: 'error.page' } },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.afterEach((to, from) => {
  document.title = `${i18n.global.t(to.meta.title as string)} · ${i18n.global.t('product')}`
  // A screen reader begins each page at its heading.
  if (from.matched.length) void nextTick(() => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true }))
})
