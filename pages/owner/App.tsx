import { useEffect, useState } from 'preact/hooks'
import { keepLanguage } from '../shared/language.ts'
import type { OwnerLanguage } from '../shared/languages.ts'
import { Composer } from './Composer.tsx'
import { Head } from './Head.tsx'
import { Log } from './Log.tsx'
import type { Kept } from './model/kept.ts'
import type { OwnerSession } from './model/session.ts'
import { NetworkStrip } from './NetworkStrip.tsx'
import { RestContext, useRestOf } from './useRest.ts'
import { loadAllWords, loadWords, type Told, WordsContext } from './words.ts'

interface AppProps {
  session: OwnerSession
  kept: Kept
  startTold: Told
}

/** The owner page: head, conversation, box. */
export function App({ session, kept, startTold }: AppProps) {
  const [view, setView] = useState(session.store.view)
  useEffect(() => {
    setView(session.store.view)
    return session.store.subscribe(setView)
  }, [session])
  const [told, setTold] = useState(startTold)
  const rest = useRestOf(session, view.phase === 'ready')
  const { community } = view
  useEffect(() => {
    document.title = community ? `${told.words.botName} · ${community.name}` : told.words.botName
  }, [community, told])
  const choose = async (next: OwnerLanguage) => {
    const told = await loadWords(next).catch(() => undefined)
    // Without a network the page stays in the language that it has; the strip tells of the network.
    if (!told) return
    keepLanguage(next)
    session.setLanguage(next)
    setTold(told)
  }
  const { sender } = session
  const { here } = rest
  useEffect(() => {
    // So that the choice of language works without a network too; one that does not come is asked for when it is chosen.
    if (here) void loadAllWords().catch(() => undefined)
  }, [here])
  return (
    <WordsContext.Provider value={told}>
      <RestContext.Provider value={rest}>
        <div class="page">
          <Head
            view={view}
            onLanguage={(next) => void choose(next)}
            onPerson={() => sender.send(told.words.askPerson, 'human')}
            onSend={(text, choice) => sender.send(text, choice)}
          />
          <NetworkStrip view={view} />
          <Log view={view} sender={sender} onOpen={() => void session.open()} />
          <footer class="foot">
            {here && <here.RatingStrip rating={view.rating} onRate={here.acts.rate} onClose={here.acts.closeRating} />}
            {here && <here.HandoffLine view={view} />}
            <Composer
              kept={kept}
              onSend={(text, attachments) => sender.send(text, undefined, attachments)}
              onWrite={() => session.wrote()}
            />
          </footer>
        </div>
      </RestContext.Provider>
    </WordsContext.Provider>
  )
}
