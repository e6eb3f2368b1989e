import type { StoreErrorCode } from '../bot/ports.ts'

/** What the record throws; `cause` holds the database's own error where there was one. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
