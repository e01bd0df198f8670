import { useRouter } from 'vue-router'
import { call } from '@/api/client'
import type { NewDraftEdit } from '@/api/contract'

/** Opens a draft that tries the edits, and shows it on the timetable; a refusal is the caller's to say. */
export function useTry() {
  const router = useRouter()
  return async (programme: string, name: string, edits: NewDraftEdit[]): Promise<void> => {
    const draft = await call('POST /api/programmes/{id}/drafts', { path: { id: programme }, body: { name: [...name].slice(0, 80).join(''), edits } })
    await router.push({ path: '/timetable', query: { programme, draft: draft.id } })
  }
}
