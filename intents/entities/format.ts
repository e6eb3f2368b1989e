import type { Home, Locale } from '../../bot/types.ts'

const SIGNS = {
  zh: { building: '栋', unit: '单元', floor: '楼' },
  'zh-TW': { building: '棟', unit: '單元', floor: '樓' },
} as const

/** As the owner reads it: 3栋2单元1502, Building 3, Unit 2, Room 1502. The floor is left out where the room says it. */
export function formatHome(home: Home, locale: Locale): string {
  const { building, unit, room } = home
  const floor = room ? undefined : home.floor
  if (locale === 'en') {
    const parts = [
      building && `Building ${building}`,
      unit && `Unit ${unit}`,
      floor && `Floor ${floor}`,
      room && `Room ${room}`,
    ]
    return parts.filter(Boolean).join(', ')
  }
  const signs = SIGNS[locale]
  const sign = building && /^[A-Z]$/.test(building) ? '座' : signs.building
  return [building && building + sign, unit && unit + signs.unit, floor && floor + signs.floor, room]
    .filter(Boolean)
    .join('')
}
