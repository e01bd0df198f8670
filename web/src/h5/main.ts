import { createApp } from 'vue'
import '@/theme/tokens.css'
import '@/theme'
import './h5.css'
import './large'
import App from './App.vue'
import { router } from './router'
import { i18n, speak } from './words'

speak(i18n.global.locale.value)
createApp(App).use(i18n).use(router).mount('#app')
