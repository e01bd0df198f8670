import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { queries } from './app/queries'
import { router } from './app/router'
import { i18n } from './i18n'
import './theme/tokens.css'
import './theme/base.css'
import './theme'

createApp(App).use(createPinia()).use(VueQueryPlugin, { queryClient: queries }).use(i18n).use(router).mount('#app')
