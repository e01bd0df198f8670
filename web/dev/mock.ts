// A small stand-in for the platform while a screen is drawn: `npm run dev` without XINGFULI_API. Never part of the build.
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What a mock file exports: `'GET /api/estates/{id}'` → the answer. A thrown object with a status is sent as a problem. */
export type Handler = (ask: { path: Record<string, string>; query: URLSearchParams; body: never; headers: IncomingMessage['headers'] }) => unknown
export type Handlers = Record<string, Handler>

const files = import.meta.glob<{ default: Handlers }>('./mock/*.ts', { eager: true })
const all = Object.values(files).flatMap((f) => Object.entries(f.default)).map(([what, handler]) => {
  const [method, pattern] = what.split(' ') as [string, string]
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!)
  return { method, names, handler, pattern: new RegExp(`^${pattern.replace(/\./g, '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`) }
})

async function read(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://mock')
  const where = `/api${url.pathname}`
  if (where === '/api/events') {
    // Server-sent events: nothing but the heartbeat.
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
    response.write('event: heartbeat\ndata: {}\n\n')
    const beat = setInterval(() => response.write('event: heartbeat\ndata: {}\n\n'), 5000)
    request.on('close', () => clearInterval(beat))
    return
  }
  const body = (await read(request)) as never
  for (const one of all) {
    const match = one.method === request.method && one.pattern.exec(where)
    if (!match) continue
    const path = Object.fromEntries(one.names.map((n, i) => [n, decodeURIComponent(match[i + 1]!)]))
    try {
      const said = await one.handler({ path, query: url.searchParams, body, headers: request.headers })
      response.setHeader('Content-Type', 'application/json')
      response.statusCode = said === undefined ? 204 : 200
      response.end(said === undefined ? '' : JSON.stringify(said))
    } catch (problem) {
      if (!(problem as { status?: number }).status) console.error(problem)
      response.statusCode = (problem as { status?: number }).status ?? 500
      response.setHeader('Content-Type', 'application/problem+json')
      response.end(JSON.stringify(problem))
    }
    return
  }
  response.statusCode = 404
  response.setHeader('Content-Type', 'application/problem+json')
  response.end(JSON.stringify({ status: 404, code: 'common.not-found', detail: `样板没有 ${request.method} ${where}。`, detailEn: `The mock has no ${request.method} ${where}.` }))
}
