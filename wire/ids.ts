import { createHash, randomBytes } from 'node:crypto'
import type { Clock, NewId } from '../bot/types.ts'

export const systemClock: Clock = { now: () => new Date() }

/** 128 bits, so that nothing can be guessed. */
export const newId: NewId = () => randomBytes(16).toString('base64url')
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
