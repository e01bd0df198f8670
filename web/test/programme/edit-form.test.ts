import { mount, flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n'
import { Problem } from '@/api/problem'
import EditForm from '@/features/programme/EditForm.vue'
import { toasts } from '@/ui/toasts'

afterEach(() => {
  toasts.splice(0)
  document.body.innerHTML = ''
})

async function saved(undo: (saved: { version: number }) => Promise<unknown>) {
  mount(EditForm, { props: { title: '修改', says: '已修改。', save: async () => ({ version: 7 }), undo: undo as (saved: unknown) => Promise<unknown> }, global: { plugins: [i18n] }, attachTo: document.body })
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

it('undoes with the version just saved', async () => {
  const undo = vi.fn(async () => undefined)
  await saved(undo)
  await toasts.at(-1)!.undo!()
  expect(undo).toHaveBeenCalledWith({ version: 7 })
})

it('says so when a colleague has changed it since, instead of overwriting', async () => {
  await saved(async () => {
    throw new Problem({ status: 409, code: 'programme.version-conflict', detail: '已被别人修改，没有保存。' })
  })
  await toasts.at(-1)!.undo!()
  expect(toasts.at(-1)).toMatchObject({ kind: 'bad', text: expect.stringContaining('programme.version-conflict') })
})
