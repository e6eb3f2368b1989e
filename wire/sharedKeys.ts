import type { Store } from '../bot/ports.ts'
import { SETUP_KEY } from '../desk/setup.ts'
import { newToken } from './ids.ts'

/** Keys that a caller may bring to another instance than the one that gave it something. */
export interface SharedKeys {
  /** Under which a clerk's word for a promise is told to be the one that was asked for. */
  promise: string
  /** Under which the addresses of files are signed. */
  files: string
  /** Opens the door for the first administrator. */
  setup: string
}

export async function sharedKeysOf({ sharedKeys }: Pick<Store, 'sharedKeys'>): Promise<SharedKeys> {
  return {
    promise: await sharedKeys.of('promise', newToken()),
    files: await sharedKeys.of('files', newToken()),
    setup: await sharedKeys.of(SETUP_KEY, newToken()),
  }
}
