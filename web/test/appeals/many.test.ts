import { describe, expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import { AT_ONCE, inParts, useChosen } from '@/features/appeals/many'

const IDS = ['a', 'b', 'c', 'd', 'e']

describe('choosing many', () => {
  it('extends from one to another either way and keeps what was chosen', () => {
    const chosen = useChosen(ref(IDS))
    chosen.toggle('e')
    chosen.through('c', 'a')
    expect(chosen.ids.value).toEqual(['a', 'b', 'c', 'e'])
    chosen.toggle('b')
    expect(chosen.ids.value).toEqual(['a', 'c', 'e'])
    chosen.all()
    expect(chosen.ids.value).toEqual(IDS)
    chosen.clear()
    expect(chosen.ids.value).toEqual([])
  })
  it('forgets what is shown no longer, also when it is shown again', async () => {
    const shown = ref(IDS)
    const chosen = useChosen(shown)
    chosen.only(['a', 'd'])
    shown.value = ['a', 'b']
    await nextTick()
    shown.value = IDS
    await nextTick()
    expect(chosen.ids.value).toEqual(['a'])
  })
})

describe('doing many', () => {
  const all = Array.from({ length: AT_ONCE * 2 + 3 }, (_, n) => ({ id: `${n}` }))

  it('goes in parts, tells how far it is, and loses none where a part fails as a whole', async () => {
    const told: number[] = []
    let part = 0
    const results = await inParts(all, async (these) => {
      if (++part === 2) throw new Error('no answer')
      return these.map((one) => ({ id: one.id, done: true }))
    }, (n) => told.push(n))
    expect(told).toEqual([AT_ONCE, AT_ONCE * 2, all.length])
    expect(results.map((one) => one.id)).toEqual(all.map((one) => one.id))
    expect(results.filter((one) => !one.done)).toHaveLength(AT_ONCE)
    expect(results.filter((one) => !one.done).every((one) => one.problem)).toBe(true)
  })
})
