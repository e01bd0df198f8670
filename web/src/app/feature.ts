import type { FunctionalComponent } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Permission } from '@/api/contract'

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown without signing in. */
    open?: boolean
    /** The permission without which the page answers "no such page". */
    needs?: Permission
    /** The message key of the page's name, for the browser's title. */
    title?: string
    /** Without rail and padding: sign-in, and the wall. */
    bare?: boolean
  }
}

/** An entry of the rail. */
export interface NavEntry { to: string; label: string; icon: FunctionalComponent; needs: Permission; order: number }

/** What a feature's `routes.ts` exports; pages are lazy. */
export interface Feature { routes: RouteRecordRaw[]; nav?: NavEntry[] }
