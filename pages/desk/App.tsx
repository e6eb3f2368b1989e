import { useEffect, useMemo, useState } from 'preact/hooks'
import { keepLanguage, nameLanguage, startLanguage } from '../shared/language.ts'
import { type Session, whoAmI } from './calls.ts'
import { Desk } from './Desk.tsx'
import { Login } from './door/Login.tsx'
import { Setup } from './door/Setup.tsx'
import { TotpSetup } from './door/TotpSetup.tsx'
import { useAddress } from './navigation.ts'
import { type Reading, ReadingContext } from './surroundings.ts'
import { WORDS } from './words.ts'

/** `failed`: nothing answered, so it is not known whether the clerk is logged in. */
type Door = { at: 'asking' } | { at: 'failed' } | { at: 'out'; over: boolean } | { at: 'in'; session: Session }

export function App() {
  const reading = useLanguage()
  const { setup, setupToken } = useAddress()
  const [door, ask, setDoor] = useDoor(reading.language)
  const enter = (session: Session) => setDoor({ at: 'in', session })
  return (
    <ReadingContext.Provider value={reading}>
      {setup ? (
        <Setup token={setupToken} onDone={enter} />
      ) : door.at === 'in' && door.session.secondFactor === 'missing' ? (
        <TotpSetup session={door.session} onDone={enter} />
      ) : door.at === 'in' ? (
        <Desk session={door.session} onLoggedOut={(over) => setDoor({ at: 'out', over })} onRenewed={enter} />
      ) : door.at === 'out' ? (
        <Login over={door.over} onDone={enter} />
      ) : (
        <Waiting failed={door.at === 'failed'} onRetry={ask} />
      )}
    </ReadingContext.Provider>
  )
}

function Waiting({ failed, onRetry }: { failed: boolean; onRetry(): void }) {
  const words = WORDS[startLanguage()]
  return (
    <main class="door">
      <p role="status">{failed ? words.reconnecting : words.loading}</p>
      {failed && (
        <button type="button" class="button" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </main>
  )
}

function useLanguage(): Reading {
  const [language, setLanguage] = useState(startLanguage)
  useEffect(() => {
    nameLanguage(language)
    document.title = `${WORDS[language].product} · ${WORDS[language].desk}`
  }, [language])
  return useMemo(
    () => ({
      language,
      words: WORDS[language],
      switchLanguage: () => {
        const other = language === 'zh' ? 'en' : 'zh'
        keepLanguage(other)
        setLanguage(other)
      },
    }),
    [language],
  )
}

function useDoor(locale: string) {
  const [door, setDoor] = useState<Door>({ at: 'asking' })
  const ask = () => {
    setDoor({ at: 'asking' })
    whoAmI(locale).then(
      (session) => setDoor({ at: 'in', session }),
      (error: { status?: number }) => setDoor(error.status === 401 ? { at: 'out', over: false } : { at: 'failed' }),
    )
  }
  useEffect(ask, [])
  return [door, ask, setDoor] as const
}
