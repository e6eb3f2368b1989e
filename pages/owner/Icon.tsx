const PATHS = {
  send: 'M4 12 20 4l-5 16-4-6.5L4 12Zm7 1.5L20 4',
  phone:
    'M6.6 3.5 9.4 4l1.2 4-2 1.6a12 12 0 0 0 5.8 5.8l1.6-2 4 1.2.5 2.8a2 2 0 0 1-2 2.3A16 16 0 0 1 4.3 5.5a2 2 0 0 1 2.3-2Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 8.5c.6-4 3.9-6 8-6s7.4 2 8 6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2',
  tick: 'm5 12.5 4.5 4.5L19 7.5',
  down: 'm6 9.5 6 6 6-6',
  clip: 'm20 11.5-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L9.8 17a1.6 1.6 0 0 1-2.3-2.3l7.5-7.5',
  cross: 'm6 6 12 12M18 6 6 18',
  again: 'M20 11a8 8 0 1 0-2.3 6.3M20 4v7h-7',
  warning: 'M12 3.5 22 20.5H2L12 3.5Zm0 6.5v5m0 2.5v.5',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 12h17M12 3c3.5 4 3.5 14 0 18M12 3c-3.5 4-3.5 14 0 18',
}

export type IconName = keyof typeof PATHS

/** A drawing beside words; screen readers pass over it. */
export function Icon({ name }: { name: IconName }) {
  return <Drawing path={PATHS[name]} />
}

/** As `Icon`, of what is drawn in one place only. */
export function Drawing({ path, filled }: { path: string; filled?: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
