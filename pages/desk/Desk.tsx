import { useEffect, useMemo, useState } from 'preact/hooks'
import { deskCalls, type Session } from './calls.ts'
import { DeskLive, LiveContext } from './live.ts'
import { type Surroundings, SurroundingsContext, useReading } from './surroundings.ts'
import { Outbox } from './thread/outbox.ts'
import { type Said, Workplace } from './Workplace.tsx'

interface DeskProps {
  session: Session
  /** `over`: not by the clerk's own wish. */
  onLoggedOut(over: boolean): void
  /** The session is another from here on. */
  onRenewed(session: Session): void
}

/** Everything behind the login. */
export function Desk({ session: { user, csrfToken }, onLoggedOut, onRenewed }: DeskProps) {
  const { language, words } = useReading()
  const calls = useMemo(() => deskCalls(csrfToken, language, () => onLoggedOut(true)), [csrfToken, language])
  const outbox = useMemo(() => new Outbox(calls), [calls])
  const live = useMemo(() => new DeskLive(() => calls.me()), [calls])
  useEffect(() => live.open(), [live])
  useLeaveWarning(outbox)
  const titles = useIntentTitles(calls, live)
  const [said, say, hush] = useSaying()
  const surroundings: Surroundings = {
    clerk: user,
    calls,
    say,
    renew: () => calls.me().then(onRenewed),
    intentTitle: (id) =>
      id === 'out_of_scope' ? words.outOfScope : (titles.get(id)?.[language] ?? titles.get(id)?.zh ?? id),
  }
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <LiveContext.Provider value={live}>
        <Workplace
          outbox={outbox}
          said={said}
          onHush={hush}
          onLogOut={() => calls.logOut().finally(() => onLoggedOut(false))}
        />
      </LiveContext.Provider>
    </SurroundingsContext.Provider>
  )
}

const SAID_MS = 5000

function useSaying() {
  const [said, setSaid] = useState<Said>()
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(undefined), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])
  const say: Surroundings['say'] = (text, tone = 'plain') => setSaid({ text, tone })
  return [said, say, () => setSaid(undefined)] as const
}

function useIntentTitles(calls: Surroundings['calls'], live: DeskLive) {
  const [titles, setTitles] = useState(new Map<string, { zh: string; en: string }>())
  useEffect(() => {
    const load = () => {
      calls.intents().then(
        ({ intents }) => setTitles(new Map(intents.map(({ id, title }) => [id, title]))),
        // Ids are shown until the next try.
        () => undefined,
      )
    }
    load()
    return live.on('resync', load)
  }, [calls, live])
  return titles
}

/** A reply that is still on its way would be lost with the page. */
function useLeaveWarning(outbox: Outbox): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (outbox.waiting) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [outbox])
}
