import type { Role, StaffMember } from '../types.ts'

export interface StaffStore {
  /** Throws a coded error when the name is taken. */
  add(input: { name: string; role: Role; passwordHash: string }): Promise<StaffMember>
  list(): Promise<StaffMember[]>
  findByName(name: string): Promise<(StaffMember & { passwordHash: string }) | undefined>
  /** Ends their sessions too. False when nobody has this name. */
  disable(name: string): Promise<boolean>
  openSession(input: { idHash: string; staffId: string; csrf: string; expiresAt: string }): Promise<void>
  /** Undefined when unknown, expired, or of a disabled member. */
  session(idHash: string): Promise<{ staff: StaffMember; csrf: string } | undefined>
  closeSession(idHash: string): Promise<void>
}
