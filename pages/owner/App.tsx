import { useEffect, useMemo, useState } from 'preact/hooks'
import { keepLanguage, type Language } from '../shared/language.ts'
import { FilesContext } from './attachments/Files.tsx'
import { Composer } from './Composer.tsx'
import { HandoffLine } from './HandoffLine.tsx'
import { Head } from './Head.tsx'
import { Log } from './Log.tsx'
import type { Kept } from './model/kept.ts'
import type { OwnerSession } from './model/session.ts'
import { NetworkStrip } from './NetworkStrip.tsx'
import { RatingStrip } from './RatingStrip.tsx'
import { WORDS, WordsContext } from './words.ts'

interface AppProps {
  session: OwnerSession
  kept: Kept
  startLanguage: Language
}

/** The owner page: head, conversation, box. */
export function App({ session, kept, startLanguage }: AppProps) {
  const [view, setView] = useState(session.store.view)
  useEffect(() => {
    setView(session.store.view)
    return session.store.subscribe(setView)
  }, [session])
  const [language, setLanguage] = useState(startLanguage)
  const told = useMemo(() => ({ language, words: WORDS[language] }), [language])
  const { community } = view
  useEffect(() => {
    document.title = community ? `${told.words.botName} · ${community.name}` : told.words.botName
  }, [community, told])
  const choose = (next: Language) => {
    keepLanguage(next)
    session.setLanguage(next)
    setLanguage(next)
  }
  const { sender } = session
  const mine = useMemo(
    () => ({
      read: () => session.readMine(),
      unsubscribe: (topic: string) => session.unsubscribe(topic),
      send: (text: string, choice: string) => session.sender.send(text, choice),
    }),
    [session],
  )
  return (
    <WordsContext.Provider value={told}>
      <div class="page">
        <Head
          view={view}
          onLanguage={choose}
          onPerson={() => sender.send(told.words.askPerson, 'human')}
          onVerify={(code) => session.verify(code)}
          mine={mine}
        />
        <NetworkStrip view={view} />
        <FilesContext.Provider value={session.fileUrl}>
          <Log view={view} sender={sender} onOpen={() => void session.open()} />
        </FilesContext.Provider>
        <footer class="foot">
          <RatingStrip
            rating={view.rating}
            onRate={(score, comment) => session.rate(score, comment)}
            onClose={() => session.closeRating()}
          />
          <HandoffLine view={view} />
          <Composer
            kept={kept}
            onSend={(text, attachments) => sender.send(text, undefined, attachments)}
            onUpload={(file) => session.upload(file)}
            onWrite={() => session.wrote()}
          />
        </footer>
      </div>
    </WordsContext.Provider>
  )
}
