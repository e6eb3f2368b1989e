import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '../../bot/ports.ts'
import { alertsContract } from './contract/alerts.ts'
import { attachmentsContract } from './contract/attachments.ts'
import { auditContract } from './contract/audit.ts'
import { boardContract } from './contract/board.ts'
import { botpressContract } from './contract/botpress.ts'
import { cannedContract } from './contract/canned.ts'
import { channelsContract } from './contract/channels.ts'
import { conversationsContract } from './contract/conversations.ts'
import { dayContract } from './contract/day.ts'
import { deliveriesContract } from './contract/deliveries.ts'
import { directLineContract } from './contract/directline.ts'

import { dispatchContract } from './contract/dispatch.ts'
import { durabilityContract } from './contract/durability.ts'
import { figuresContract } from './contract/figures.ts'
import { handingOnContract } from './contract/handingOn.ts'
import { homesContract } from './contract/homes.ts'
import { hotlineContract } from './contract/hotline.ts'
import { householdContract } from './contract/household.ts'
import { incidentsContract } from './contract/incidents.ts'
import { intakeContract } from './contract/intake.ts'
import { knowledgeContract } from './contract/knowledge.ts'
import { outboxContract } from './contract/outbox.ts'
import { overdueContract } from './contract/overdue.ts'
import { picturesContract } from './contract/pictures.ts'
import { privacyContract } from './contract/privacy.ts'
import { propertiesContract } from './contract/properties.ts'
import { queueContract } from './contract/queue.ts'
import { recordsContract } from './contract/records.ts'

import { reportsContract } from './contract/reports.ts'
import { searchContract } from './contract/search.ts'
import { sharedKeysContract } from './contract/sharedKeys.ts'
import { staffContract } from './contract/staff.ts'

import { teamsContract } from './contract/teams.ts'
import { ticketsContract } from './contract/tickets.ts'
import { turnsContract } from './contract/turns.ts'
import { visitsContract } from './contract/visits.ts'
import { workOrdersContract } from './contract/workOrders.ts'
import type { NewPlace, Place } from './fixtures.ts'

/** What a record must do in whatever database it is kept; each test has an empty one. */
export function storeContract(name: string, newPlace: NewPlace): void {
  describe(`the record in ${name}`, () => {
    let place: Place
    let store: Store
    beforeEach(async () => {
      place = await newPlace()
      store = await place.open()
    })
    afterEach(async () => {
      await store.close()
      await place.end()
    })
    const at = () => ({ store, clock: place.clock, place })
    describe('conversations', () => conversationsContract(at))
    describe('turns', () => turnsContract(at))
    describe('tickets', () => ticketsContract(at))
    describe('handing on', () => handingOnContract(at))
    describe('overdue', () => overdueContract(at))
    describe('teams', () => teamsContract(at))
    describe('canned replies', () => cannedContract(at))
    describe('alerts', () => alertsContract(at))
    describe('visits', () => visitsContract(at))
    describe('intake', () => intakeContract(at))
    describe('queue', () => queueContract(at))
    describe('shared keys', () => sharedKeysContract(at))
    describe('records', () => recordsContract(at))
    describe('board', () => boardContract(at))
    describe('outbox', () => outboxContract(at))
    describe('deliveries', () => deliveriesContract(at))
    describe('search', () => searchContract(at))
    describe('work orders', () => workOrdersContract(at))
    describe('a clerk’s day', () => dayContract(at))
    describe('dispatch', () => dispatchContract(at))
    describe('incidents', () => incidentsContract(at))
    describe('durability', () => durabilityContract(at))
    describe('homes', () => homesContract(at))
    describe('hotline', () => hotlineContract(at))
    describe('household', () => householdContract(at))
    describe('attachments', () => attachmentsContract(at))
    describe('pictures', () => picturesContract(at))
    describe('channels', () => channelsContract(at))
    describe('knowledge', () => knowledgeContract(at))
    describe('direct line', () => directLineContract(at))
    describe('figures', () => figuresContract(at))
    describe('reports', () => reportsContract(at))
    describe('audit', () => auditContract(at))
    describe('staff', () => staffContract(at))
    describe('botpress', () => botpressContract(at))
    describe('privacy', () => privacyContract(at))
    describe('properties', () => propertiesContract(at))
  })
}
