import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { marked } from 'marked'
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

/** Residents have a first page of their own, as on the platform (WebFiles). */
function residents(): Plugin {
  const own = (request: { url?: string | undefined }, _response: unknown, next: () => void) => {
    const [path, query] = (request.url ?? '').split('?')
    if (/^\/h5(\/[^.]*)?$/.test(path!)) request.url = query ? `/h5.html?${query}` : '/h5.html'
    next()
  }
  return {
    name: 'xingfuli-residents',
    configureServer(server) { server.middlewares.use(own) },
    configurePreviewServer(server) { server.middlewares.use(own) },
  }
}

/** `docs/how/*.md?page`: the handbook's pages as HTML, their pictures as assets, made at build time from our own text only. */
function handbook(): Plugin {
  return {
    name: 'xingfuli-handbook',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.md?page')) return null
      const file = id.slice(0, -'?page'.length)
      this.addWatchFile(file)
      const pictures: string[] = []
      const html = (await marked.parse(readFileSync(file, 'utf8'))).replace(/href="([a-z-]+)(\.en)?\.md"/g, 'href="/help/$1"').replace(/<img src="([^"]+)"/g, (_all: string, src: string) => {
        pictures.push(src)
        return `<img loading="lazy" src="@@${pictures.length - 1}@@"`
      })
      const imports = pictures.map((src, i) => `import p${i} from ${JSON.stringify(`${dirname(file)}/${src}?url`)}`).join('\n')
      const filled = JSON.stringify(html).replace(/@@(\d+)@@/g, (_all: string, i: string) => `" + p${i} + "`)
      return `${imports}\nexport default ${filled}`
    },
  }
}

export default defineConfig({
  plugins: [vue(), handbook(), residents(), mock()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: { __VUE_OPTIONS_API__: false, __VUE_I18N_LEGACY_API__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  build: { target: 'es2022', emptyOutDir: true, reportCompressedSize: true, modulePreload: { polyfill: false }, rollupOptions: { input: ['index.html', 'h5.html'] } },
  server: { port: 5173, strictPort: false, fs: { allow: ['..'] }, proxy: api ? { '/api': { target: api, changeOrigin: false } } : {} },
})
