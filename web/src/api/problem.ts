/** What the platform says when it refuses: `application/problem+json`, or a stand-in when nothing answered. */
export interface ProblemBody {
  type?: string
  title?: string
  status: number
  code: string
  detail?: string
  detailEn?: string
  maybe?: string | null
  maybeEn?: string | null
  values?: Record<string, unknown>
  errors?: { pointer: string; code: string; message: string; messageEn: string }[]
}

export class Problem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(`${body.code}: ${body.detailEn ?? body.detail ?? body.title ?? ''}`)
    this.name = 'Problem'
    this.body = body
  }

  get code(): string { return this.body.code }
  get status(): number { return this.body.status }

  /** The message for the field at the JSON pointer, e.g. `/name`. */
  at(pointer: string, language: string): string | undefined {
    const found = this.body.errors?.find((e) => e.pointer === pointer)
    return found && (language === 'en' ? found.messageEn : found.message)
  }
}

/** Nothing came back: the cable, the server or the proxy. */
export const NO_ANSWER = 'web.no-answer'

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem({ status: 0, code: 'web.unexpected', detail: String(error), detailEn: String(error) })
}
