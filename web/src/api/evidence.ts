import { cookie, newRequestId } from './client'
import type { EvidenceItem } from './contract'
import { NO_ANSWER, Problem, type ProblemBody } from './problem'

/** What is said of one file. */
export interface Said { caption?: string; latitude?: number; longitude?: number; accuracy?: number; takenAt?: string; device?: string }

/** The address of a photo's small picture or of an original. */
export const evidencePath = (id: string, what: 'thumbnail' | 'preview' | 'content') => `/api/evidence/${id}/${what}`

/**
 * Sends one file and tells how far it is, which fetch cannot. The same request id may be sent again after a lost answer.
 *
 * @throws Problem
 */
export function sendEvidence(
  of: { estateId: string; subjectType?: string | undefined; subjectId?: string | undefined }, file: File, said: Said,
  requestId: string = newRequestId(), progress: (share: number) => void = () => {},
): Promise<EvidenceItem> {
  const form = new FormData()
  form.append('entry', new Blob([JSON.stringify({ ...of, items: [said] })], { type: 'application/json' }))
  form.append('file', file)
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/evidence')
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    request.setRequestHeader('Idempotency-Key', requestId)
    const token = cookie('XSRF-TOKEN')
    if (token) request.setRequestHeader('X-XSRF-TOKEN', token)
    request.upload.onprogress = (e) => { if (e.lengthComputable) progress(e.loaded / e.total) }
    request.onerror = () => failed(new Problem({ status: 0, code: NO_ANSWER, detail: '没有收到平台的答复。', detailEn: 'The platform did not answer.', maybe: '可能网络断开；点“重试”不会重复上传。', maybeEn: 'Maybe the network is down; trying again does not send it twice.' }))
    request.onload = () => {
      let body: unknown
      try { body = JSON.parse(request.responseText) } catch { body = undefined }
      if (request.status === 201) done((body as { items: EvidenceItem[] }).items[0]!)
      else failed(new Problem({ ...(body as ProblemBody | undefined ?? { code: `http.${request.status}`, detail: `平台答复了 ${request.status}。`, detailEn: `The platform answered ${request.status}.` }), status: request.status }))
    }
    request.send(form)
  })
}
