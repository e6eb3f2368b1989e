import type { Home } from '../types.ts'

/** What a compound's code stands for: `demo` or `demo/3` for its 3栋. */
export interface Scene {
  community: string
  home: Home
}

/** Undefined for a code of none of these compounds. */
export function readScene(scene: string, communities: readonly string[]): Scene | undefined {
  const [community = '', building, unit] = scene.split('/')
  if (!communities.includes(community)) return undefined
  return { community, home: { ...(building && { building }), ...(building && unit && { unit }) } }
}
