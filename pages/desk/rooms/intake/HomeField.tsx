import { useEffect, useState } from 'preact/hooks'
import { placeOf } from '../../places.ts'
import type { HomeRow } from '../../roomCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { TextField } from '../parts.tsx'

const PAUSE_MS = 250
/** Offered at once. */
const MOST = 5

interface HomeFieldProps {
  community: string
  value: string
  /** Found in what was said, not typed. */
  guessed: boolean
  onChange(value: string): void
}

/** A home as it is typed, with the homes on record that it may mean. */
export function HomeField({ community, value, guessed, onChange }: HomeFieldProps) {
  const { words, language } = useReading()
  const text = words.day.intake
  const found = useHomes(community, guessed ? '' : value)
  const named = found.map((row) => ({ row, place: placeOf(row.home, row.id, 'zh') }))
  const others = named.filter(({ place }) => place !== value)
  return (
    <div>
      <TextField label={text.home} value={value} onChange={onChange} hint={guessed ? text.guessed : text.homeHint} />
      {others.length > 0 && (
        <ul class="found-homes" aria-label={text.found}>
          {others.map(({ row, place }) => (
            <li key={row.id}>
              <button type="button" class="button" onClick={() => onChange(place)}>
                {placeOf(row.home, row.id, language)}
                {row.owner && <span class="soft"> · {row.owner}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useHomes(community: string, typed: string): HomeRow[] {
  const { calls } = useSurroundings()
  const [found, setFound] = useState<HomeRow[]>([])
  const q = typed.trim()
  useEffect(() => {
    if (!q || !community) return setFound([])
    let late = false
    const timer = setTimeout(() => {
      calls.homes.list(q, community, 1).then(
        ({ homes }) => late || setFound(homes.slice(0, MOST)),
        // What was typed is taken as it is.
        () => late || setFound([]),
      )
    }, PAUSE_MS)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [community, q, calls])
  return found
}
