import type { Request } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { StaffMember } from '../bot/types.ts'
import { sessionOf } from './session.ts'

/** @throws QiaoError `forbidden` for whoever is neither manager nor administrator */
export function managerOf(request: Request): StaffMember {
  const { staff } = sessionOf(request)
  if (staff.role === 'staff') throw new QiaoError('forbidden', 'for managers and administrators')
  return staff
}
