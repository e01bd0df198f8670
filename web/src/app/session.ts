import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { call } from '@/api/client'
import type { Permission, Session } from '@/api/contract'
import { Problem } from '@/api/problem'

/** Who is signed in, what that person may do, and the district's business date. */
export const useSession = defineStore('session', () => {
  const now = ref<Session | null>(null)
  const asked = ref(false)
  /** Why the sign-in page is shown again. */
  const ended = ref(false)
  let asking: Promise<void> | null = null

  /** Asks once; later calls answer from memory. Throws when the platform is silent. */
  function know(): Promise<void> {
    if (asked.value) return Promise.resolve()
    asking ??= call('GET /api/session')
      .then((s) => void (now.value = s))
      .catch((error: unknown) => {
        if (!(error instanceof Problem) || error.status !== 401) throw error
        now.value = null
      })
      .then(() => void (asked.value = true))
      .finally(() => (asking = null))
    return asking
  }

  /** Asks again: something of the account has changed, or another business day has begun and appointments ended with theirs. */
  async function refresh(): Promise<void> {
    if (!now.value) return
    const seen = await call('GET /api/session')
    if (now.value?.person.id === seen.person.id) now.value = seen
  }

  async function signIn(signInName: string, password: string): Promise<void> {
    now.value = await call('POST /api/session', { body: { signInName, password } })
    asked.value = true
    ended.value = false
  }

  /** The second step, after `signIn` was refused with `identity.second-factor-needed`. */
  async function showFactor(code: string): Promise<void> {
    now.value = await call('POST /api/session/second-factor', { body: { code } })
    asked.value = true
    ended.value = false
  }

  /** Signs out here; where one came by an identity provider, the browser goes there to sign out too. */
  async function signOut(): Promise<boolean> {
    const { provider } = await call('DELETE /api/session')
    now.value = null
    if (provider) location.assign(provider)
    return !!provider
  }

  async function changePassword(current: string, next: string): Promise<void> {
    await call('POST /api/session/password', { body: { current, next } })
    if (now.value) now.value = { ...now.value, mustChangePassword: false }
  }

  function lost(): void {
    if (!now.value) return
    now.value = null
    ended.value = true
  }

  const permissions = computed(() => new Set(now.value?.permissions ?? []))
  const may = (permission: Permission | undefined) => !permission || permissions.value.has(permission)

  return { now, asked, ended, know, refresh, signIn, showFactor, signOut, changePassword, lost, may }
})
