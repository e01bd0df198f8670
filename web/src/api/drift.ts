// Types only: the build fails where the screens' requests and the published contract (platform/openapi.json) part.
import type { Requests } from './contract'
import type { paths } from './schema'

type Method<K> = K extends `${infer M} ${string}` ? Lowercase<M> : never
type Path<K> = K extends `${string} ${infer P}` ? P : never
type Operation<K> = Path<K> extends keyof paths ? (Method<K> extends keyof paths[Path<K>] ? paths[Path<K>][Method<K>] : never) : never
type Json<R> = R extends { content: infer C } ? (C extends Record<string, infer B> ? B : never) : void
type Answer<K> = Operation<K> extends { responses: infer R } ? Json<R[Extract<keyof R, 200 | 201 | 202 | 204>]> : never

type Unpublished = { [K in keyof Requests]: [Operation<K>] extends [never] ? K : never }[keyof Requests]
type Different = { [K in keyof Requests]: [Requests[K]['answer']] extends [void] ? never : [Answer<K>] extends [Requests[K]['answer']] ? never : K }[keyof Requests]

/** The build names the request the platform does not publish, or answers otherwise. */
type Nothing<T extends never> = T
export type Checked = [Nothing<Unpublished>, Nothing<Different>]
