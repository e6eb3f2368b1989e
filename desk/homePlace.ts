import type { Home } from '../bot/types.ts'

/** `3-2-501`: the same for the same home, however it was typed; undefined for what is no home. */
export function homePlace(home: Home | undefined): string | undefined {
  if (!home?.building || !home.room) return undefined
  return [home.building, home.unit, home.room].filter(Boolean).join('-').toUpperCase()
}
