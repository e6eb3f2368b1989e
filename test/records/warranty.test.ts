import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Part, WarrantyInput } from '../../bot/types.ts'
import { reckonWarranty } from '../../records/warranty.ts'
import { partsIn } from '../../records/warrantyParts.ts'

const HEATING = { from: '11-15', to: '03-15' }
const reckon = (input: Partial<WarrantyInput> & { today: string }) => reckonWarranty({ part: 'bathroom', ...input })

describe('the two clocks', () => {
  it.each([
    ['bathroom', '2020-03-01', '2025-03-01', 'running'],
    ['bathroom', '2020-03-01', '2025-03-02', 'both_past'],
    ['roof', '2020-12-31', '2025-12-31', 'running'],
    ['outer_wall', '2020-12-31', '2026-01-01', 'both_past'],
    ['pipes', '2022-06-15', '2024-06-15', 'running'],
    ['wiring', '2022-06-15', '2024-06-16', 'both_past'],
    // From 29 February: the month's last day where there is no 29th.
    ['roof', '2020-02-29', '2025-02-28', 'running'],
    ['roof', '2020-02-29', '2025-03-01', 'both_past'],
    ['fittings', '2022-02-28', '2024-02-28', 'running'],
    ['fittings', '2022-02-28', '2024-02-29', 'both_past'],
  ] as [Part, string, string, string][])('%s from %s on %s: %s', (part, from, today, verdict) => {
    expect(reckon({ part, acceptedOn: from, handedOverOn: from, today }).verdict).toBe(verdict)
  })

  it('is never over by acceptance alone', () => {
    const { verdict, missing, builder } = reckon({ acceptedOn: '2010-01-01', today: '2026-06-01' })
    expect({ verdict, missing, state: builder.state }).toEqual({
      verdict: 'depends',
      missing: ['handover'],
      state: 'past',
    })
  })

  it('is never over by hand-over alone', () => {
    const { verdict, missing } = reckon({ handedOverOn: '2010-01-01', today: '2026-06-01' })
    expect({ verdict, missing }).toEqual({ verdict: 'depends', missing: ['acceptance'] })
  })

  it('runs for the owner after the builder’s clock has stopped', () => {
    const { verdict, builder, developer } = reckon({
      part: 'pipes',
      acceptedOn: '2023-06-28',
      handedOverOn: '2024-09-30',
      today: '2026-06-01',
    })
    expect(verdict).toBe('running')
    expect(builder).toEqual({ from: '2023-06-28', lastDay: '2025-06-28', state: 'past' })
    expect(developer).toEqual({ from: '2024-09-30', lastDay: '2026-09-30', state: 'running' })
  })

  it('runs while the builder’s clock does, since hand-over comes later', () => {
    expect(reckon({ acceptedOn: '2023-06-28', today: '2026-06-01' }).verdict).toBe('running')
  })

  it('depends where neither date is known, and says on what', () => {
    expect(reckon({ today: '2026-06-01' }).missing).toEqual(['acceptance', 'handover'])
    expect(reckon({ part: 'heating', today: '2026-06-01' }).missing).toEqual(['acceptance', 'handover', 'season'])
  })

  it('concludes nothing from dates that are no dates or in the wrong order', () => {
    expect(reckon({ acceptedOn: '2020-02-30', handedOverOn: 'soon', today: '2026-06-01' }).verdict).toBe('depends')
    const swapped = reckon({ acceptedOn: '2012-01-01', handedOverOn: '2010-01-01', today: '2026-06-01' })
    expect(swapped.verdict).toBe('depends')
  })

  it('has not run out before a hand-over to come', () => {
    const input = { acceptedOn: '2023-06-28', handedOverOn: '2026-12-30', today: '2026-06-01' }
    expect(reckon({ part: 'pipes', ...input }).verdict).toBe('running')
  })

  it('lasts for the structure as long as the building was designed for', () => {
    expect(reckon({ part: 'structure', acceptedOn: '1990-01-01', today: '2026-06-01' }).verdict).toBe('design_life')
  })
})

describe('seasons', () => {
  const both = (from: string, today: string) =>
    reckon({ part: 'heating', acceptedOn: from, handedOverOn: from, season: HEATING, today }).verdict
  it.each([
    // Between seasons: the two that follow.
    ['2023-06-28', '2025-03-15', 'running'],
    ['2023-06-28', '2025-03-16', 'both_past'],
    // In a season, which may count as the first: nothing is concluded until the later end.
    ['2023-12-01', '2025-03-15', 'running'],
    ['2023-12-01', '2025-03-16', 'depends'],
    ['2023-12-01', '2026-03-15', 'depends'],
    ['2023-12-01', '2026-03-16', 'both_past'],
    // On its first day it is a whole one; on its last it still may count.
    ['2023-11-15', '2025-03-16', 'both_past'],
    ['2024-03-15', '2025-03-16', 'depends'],
    ['2024-03-16', '2026-03-15', 'running'],
  ])('from %s on %s: %s', (from, today, verdict) => {
    expect(both(from, today)).toBe(verdict)
  })

  it('are counted within a year too', () => {
    const season = { from: '06-15', to: '09-15' }
    const clock = (from: string) =>
      reckon({ part: 'cooling', handedOverOn: from, season, today: '2026-06-01' }).developer
    expect(clock('2024-10-01')).toEqual({ from: '2024-10-01', lastDay: '2026-09-15', state: 'running' })
    expect(clock('2024-06-15').lastDay).toBe('2025-09-15')
  })

  it('depend on the season where the place has none on file', () => {
    const { verdict, missing } = reckon({
      part: 'heating',
      acceptedOn: '2015-01-01',
      handedOverOn: '2015-06-01',
      today: '2026-06-01',
    })
    expect({ verdict, missing }).toEqual({ verdict: 'depends', missing: ['season'] })
  })
})

describe('whatever the dates', () => {
  const day = fc
    .date({ min: new Date('2000-01-30'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const part = fc.constantFrom<Part>(
    'roof',
    'bathroom',
    'outer_wall',
    'wiring',
    'pipes',
    'fittings',
    'heating',
    'cooling',
  )
  const input = fc.record(
    { part, acceptedOn: day, handedOverOn: day, season: fc.constant(HEATING), today: day },
    { requiredKeys: ['part', 'today'] },
  )

  it('one date alone never ends a warranty', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { verdict, builder, developer } = reckonWarranty(given)
        if (verdict === 'both_past') expect([builder.state, developer.state]).toEqual(['past', 'past'])
        if (!given.acceptedOn || !given.handedOverOn) expect(verdict).not.toBe('both_past')
      }),
    )
  })

  it('a day later it never begins to run again', () => {
    fc.assert(
      fc.property(input, day, (given, later) => {
        if (later < given.today) return
        const now = reckonWarranty(given).developer.state
        const then = reckonWarranty({ ...given, today: later }).developer.state
        if (now === 'past') expect(then).toBe('past')
      }),
    )
  })
})

describe('parts in the owner’s words', () => {
  it.each<[string, Part[]]>([
    ['卫生间漏水还在保修吗', ['bathroom']],
    ['屋顶渗水保几年', ['roof']],
    ['外墙渗水归不归开发商管', ['outer_wall']],
    ['水管保不保', ['pipes']],
    ['卫生间的水龙头漏水', ['fittings']],
    ['卫生间防水和水管各保几年', ['bathroom', 'pipes']],
    ['厨房水管漏了', ['pipes']],
    ['插座没电，还在质保吗', ['wiring']],
    ['暖气片漏水保几个冬天', ['heating']],
    ['中央空调保多久', ['cooling']],
    ['承重墙裂了', ['structure']],
    ['瓷砖空鼓', ['fittings']],
    ['門窗的保固期限是多久', ['fittings']],
    ['is a leaking bathroom covered', ['bathroom']],
    ['warranty on pipes and wiring', ['pipes', 'wiring']],
    ['保修几年', []],
    ['卫生间太小', []],
    ['电梯保修到哪年', []],
    ['we are indoors', []],
  ])('%s', (text, parts) => {
    expect(partsIn(text)).toEqual(parts)
  })
})
