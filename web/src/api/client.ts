import createClient from 'openapi-fetch'
import type { Requests } from './contract'
import { NO_ANSWER, Problem, type ProblemBody } from './problem'

// The paths are typed by `Requests`; openapi-fetch fills path parameters, queries and bodies.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const client = createClient<any>({ baseUrl: '', credentials: 'same-origin', fetch: (request) => globalThis.fetch(request) })

type Parts<K extends keyof Requests> =
  (unknown extends Requests[K]['path'] ? object : { path: Requests[K]['path'] }) &
  (unknown extends Requests[K]['query'] ? object : { query?: Requests[K]['query'] }) &
  (unknown extends Requests[K]['body'] ? { body?: unknown } : { body: Requests[K]['body'] }) & {
    signal?: AbortSignal | undefined
    /** Keeps one act one act when its answer is lost; made anew for every call unless given. */
    requestId?: string
  }
type Rest<K extends keyof Requests> = object extends Parts<K> ? [parts?: Parts<K>] : [parts: Parts<K>]

/** Where a 401 is an answer and not the end of a session. */
const AT_THE_DOOR: (keyof Requests)[] = ['GET /api/session', 'POST /api/session', 'POST /api/session/second-factor']

let onSignedOut: () => void = () => {}
/** Called when the platform says that nobody is signed in any more. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act
}

let onFactorAsked: () => Promise<boolean> = async () => false
/** Called when an act asks for the second factor once more; answers whether it was shown. */
export function whenSecondFactorAsked(ask: () => Promise<boolean>): void {
  onFactorAsked = ask
}

/**
 * Asks the platform. `call('GET /api/estates/{id}', { path: { id } })`.
 *
 * @throws Problem for every refusal and for silence
 */
export async function call<K extends keyof Requests>(what: K, ...[given]: Rest<K>): Promise<Requests[K]['answer']> {
  const parts = (given ?? {}) as { path?: object; query?: object; body?: unknown; signal?: AbortSignal; requestId?: string }
  const [method, path] = what.split(' ') as [string, string]
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' }
  if (method !== 'GET') {
    const token = cookie('XSRF-TOKEN')
    if (token) headers['X-XSRF-TOKEN'] = token
  }
  if (method === 'POST') headers['Idempotency-Key'] = parts.requestId ?? newRequestId()
  const options = {
    params: { path: parts.path ?? {}, query: parts.query ?? {} },
    headers,
    ...(parts.body === undefined ? {} : { body: parts.body }),
    ...(parts.body instanceof FormData || parts.body instanceof Blob ? { bodySerializer: (body: unknown) => body } : {}),
    ...(parts.signal ? { signal: parts.signal } : {}),
  }
  const send = () => client.request(method.toLowerCase() as 'get', path, options as never)
  let outcome: Awaited<ReturnType<typeof send>>
  try {
    outcome = await send().catch(async (error: unknown) => {
      if (parts.signal?.aborted) throw error
      await new Promise((later) => setTimeout(later, 600))
      return send() // the same request id: an act whose answer was lost is not done twice
    })
  } catch (error) {
    if (parts.signal?.aborted) throw error
    throw new Problem({
      status: 0,
      code: NO_ANSWER,
      detail: '没有收到平台的答复。',
      detailEn: 'The platform did not answer.',
      maybe: '可能网络断开，或服务正在重启；稍后再试。',
      maybeEn: 'Maybe the network is down or the service is restarting; try again in a moment.',
    })
  }
  if (outcome.response.ok) return outcome.data as Requests[K]['answer']
  const problem = new Problem(asProblem(outcome.error, outcome.response))
  if (problem.code === 'identity.second-factor-again' && (await onFactorAsked())) {
    const again = await send() // nothing was done the first time; the request id is the same
    if (again.response.ok) return again.data as Requests[K]['answer']
    throw new Problem(asProblem(again.error, again.response))
  }
  if (problem.status === 401 && !AT_THE_DOOR.includes(what)) onSignedOut()
  throw problem
}


export function newRequestId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const b = crypto.getRandomValues(new Uint8Array(16)) // over plain http off localhost there is no randomUUID
  b[6] = (b[6]! & 0x0f) | 0x40
  b[8] = (b[8]! & 0x3f) | 0x80
  const hex = [...b].map((x) => x.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function asProblem(body: unknown, response: Response): ProblemBody {
  if (body && typeof body === 'object' && 'code' in body) return { ...(body as ProblemBody), status: response.status }
  return {
    status: response.status,
    code: `http.${response.status}`,
    detail: `平台答复了 ${response.status}，没有说明原因。`,
    detailEn: `The platform answered ${response.status} without a reason.`,
  }
}

export function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((c) => c.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}
