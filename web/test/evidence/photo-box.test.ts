import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { EvidenceItem } from '@/api/contract'
import { i18n } from '@/i18n'
import PhotoBox from '@/ui/PhotoBox.vue'

afterEach(() => { document.body.innerHTML = '' })

const photo = (mayWithdraw: boolean) => ({
  id: 'e', kind: 'PHOTO', caption: '3 幢山墙', fileName: 'IMG_1.jpg', estateName: '工人新村', remarks: [], bytes: 1, receivedAt: '2022-04-20T01:00:00Z', hash: 'h', seal: 's', uploader: '社区书记', withdrawnAt: null, mayWithdraw,
}) as unknown as EvidenceItem

it('offers to withdraw what the platform says one may, and nothing else', () => {
  for (const [may, readonly, offered] of [[true, false, true], [false, false, false], [true, true, false]] as const) {
    mount(PhotoBox, { props: { item: photo(may), n: 1, total: 1, readonly }, global: { plugins: [i18n] }, attachTo: document.body })
    expect(!!document.querySelector('footer .btn.danger'), `${may} ${readonly}`).toBe(offered)
    document.body.innerHTML = ''
  }
})
