import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { type Ref, computed, onBeforeUnmount, onMounted, ref } from 'vue'
import { call } from '@/api/client'
import type { Draft, DraftProposal, NewDraftEdit } from '@/api/contract'
import { problemOf } from '@/api/problem'
import { useSession } from '@/app/session'
import { complain } from '@/ui/toasts'

export type NewEdit = NewDraftEdit

/**
 * The draft that is worn, and all that is done to it. Acts run one after the other on the revision each answer brings, so that a
 * second drag never overtakes the first.
 */
export function useDraft(id: Ref<string | null>, programmeId: Ref<string>, wear: (id: string | null) => void) {
  const cache = useQueryClient()
  const session = useSession()
  const may = computed(() => session.may('PLAN_COMPUTE'))
  const list = useQuery({
    queryKey: ['drafts', programmeId], queryFn: () => call('GET /api/programmes/{id}/drafts', { path: { id: programmeId.value } }),
    enabled: computed(() => may.value && !!programmeId.value),
  })
  const asked = useQuery({
    queryKey: ['draft', id], queryFn: () => call('GET /api/drafts/{id}', { path: { id: id.value! } }), enabled: computed(() => may.value && !!id.value), retry: false,
  })
  const draft = computed<Draft | null>(() => (id.value && asked.data.value?.id === id.value ? asked.data.value : null))
  const open = computed(() => draft.value?.state === 'OPEN')
  const busy = ref(0)

  function take(view: Draft): Draft {
    cache.setQueryData(['draft', view.id], view)
    for (const key of ['draft-differences', 'draft-why']) void cache.invalidateQueries({ queryKey: [key, view.id] })
    return view
  }
  let last: Promise<unknown> = Promise.resolve()
  /** Does one act after those before it; a refusal is said and nothing is lost. */
  function act(doIt: (view: Draft) => Promise<Draft>): Promise<boolean> {
    busy.value++
    const next = last.then(async () => {
      if (!draft.value) return false
      take(await doIt(draft.value))
      return true
    }).catch((error: unknown) => {
      complain(error)
      if (problemOf(error).status === 409) void asked.refetch()
      return false
    }).finally(() => busy.value--)
    last = next
    return next
  }
  const on = (view: Draft) => ({ path: { id: view.id }, body: { revision: view.revision } })
  const add = (edit: NewEdit) => act((view) => call('POST /api/drafts/{id}/edits', { path: { id: view.id }, body: { revision: view.revision, edit } }))
  const remove = (position: number) => act((view) => call('DELETE /api/drafts/{id}/edits/{position}', { path: { id: view.id, position }, query: { revision: view.revision } }))
  const undo = () => (draft.value?.undoable ? act((view) => call('POST /api/drafts/{id}/undo', on(view))) : Promise.resolve(false))
  const redo = () => (draft.value?.redoable ? act((view) => call('POST /api/drafts/{id}/redo', on(view))) : Promise.resolve(false))
  const level = () => act((view) => call('POST /api/drafts/{id}/level', on(view)))
  const rebase = () => act((view) => call('POST /api/drafts/{id}/rebase', on(view)))

  /** Returns the edits it begins with. */
  async function begin(name: string, proposal: DraftProposal): Promise<number> {
    const view = take(await call('POST /api/programmes/{id}/drafts', { path: { id: programmeId.value }, body: { name, proposal } }))
    void list.refetch()
    wear(view.id)
    return view.edits.length
  }
  async function adopt(reason: string): Promise<number> {
    await last
    const view = draft.value!
    const plan = await call('POST /api/drafts/{id}/adopt', { path: { id: view.id }, body: { revision: view.revision, reason } })
    closed(view.id)
    return plan.version
  }
  async function discard(): Promise<void> {
    const view = draft.value!
    await call('DELETE /api/drafts/{id}', { path: { id: view.id } })
    closed(view.id)
  }
  function closed(gone: string) {
    wear(null)
    cache.removeQueries({ queryKey: ['draft', gone] })
    void list.refetch()
  }

  function pressed(event: KeyboardEvent) {
    const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
    if (!open.value || typing || !(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]')) return
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) void undo()
    else if (key === 'y' || (key === 'z' && event.shiftKey)) void redo()
    else return
    event.preventDefault()
  }
  onMounted(() => addEventListener('keydown', pressed))
  onBeforeUnmount(() => removeEventListener('keydown', pressed))

  return { may, list, asked, draft, open, busy: computed(() => busy.value > 0), add, remove, undo, redo, level, rebase, begin, adopt, discard }
}
