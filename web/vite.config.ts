import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

// XINGFULI_API=http://localhost:18080 sends /api to a running platform; without it the small mock of dev/ answers.
const api = process.env.XINGFULI_API

function mock(): Plugin {
  return {
    name: 'xingfuli-dev-mock',
    apply: 'serve',
    async configureServer(server) {
      if (api || process.env.VITEST) return
      server.middlewares.use('/api', (request, response) => {
        void server.ssrLoadModule('/dev/mock.ts').then(({ answer }) => answer(request, response))
      })
    },
  }
}

export default defineConfig({
  plugins: [vue(), mock()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: { __VUE_OPTIONS_API__: false, __VUE_I18N_LEGACY_API__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  build: { target: 'es2022', emptyOutDir: true, reportCompressedSize: true, modulePreload: { polyfill: false } },
  server: { port: 5173, strictPort: false, proxy: api ? { '/api': { target: api, changeOrigin: false } } : {} },
})
