import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { RelatedTicket, Ticket } from '../../../bot/types.ts'
import { shortTime } from '../../shared/time.ts'
import { Dialog } from '../Dialog.tsx'
import { Said } from '../said/Said.tsx'
import { useReading } from '../surroundings.ts'
import { Receivers } from './Receivers.tsx'
import type { Handing } from './useHanding.ts'
import type { Chosen } from './useReceivers.ts'

interface HandingProps {
  ticket: Ticket
  handing: Handing
}

/** The window of what is asked about, if anything is. */
export function HandingDialogs({ ticket, handing }: HandingProps) {
  switch (handing.asked) {
    case 'pass':
      return <Pass ticket={ticket} handing={handing} />
    case 'escalate':
      return <Escalate handing={handing} />
    case 'merge':
      return <Merge ticket={ticket} handing={handing} />
    case undefined:
      return null
    default:
      return handing.asked satisfies never
  }
}

function Pass({ ticket, handing }: HandingProps) {
  const { words } = useReading()
  const [chosen, setChosen] = useState<Chosen>()
  const [word, setWord] = useState('')
  const { handing: text } = words
  return (
    <Asking
      title={text.passTitle}
      lead={text.passLead}
      yes={text.passNow}
      ready={chosen !== undefined}
      handing={handing}
      onYes={() => chosen && handing.pass(chosen.to, chosen.name, word.trim())}
    >
      <Receivers ticket={ticket} chosen={chosen} onChoose={setChosen} />
      <Word word={word} onWord={setWord} />
    </Asking>
  )
}

function Escalate({ handing }: { handing: Handing }) {
  const { words } = useReading()
  const [word, setWord] = useState('')
  const { handing: text } = words
  return (
    <Asking
      title={text.escalateTitle}
      lead={text.escalateLead}
      yes={text.escalateNow}
      ready
      handing={handing}
      onYes={() => handing.escalate(word.trim())}
    >
      <Word word={word} onWord={setWord} />
    </Asking>
  )
}

function Merge({ ticket, handing }: HandingProps) {
  const { words, language } = useReading()
  const [other, setOther] = useState<string>()
  const { handing: text } = words
  return (
    <Asking
      title={text.mergeTitle}
      lead={text.mergeLead}
      yes={text.mergeNow}
      ready={other !== undefined}
      handing={handing}
      onYes={() => other && handing.merge(other)}
    >
      <fieldset class="choose">
        <legend class="unseen">{words.earlier}</legend>
        {mergeable(ticket).map((earlier) => (
          <label key={earlier.id}>
            <input type="radio" name="merge" checked={other === earlier.id} onChange={() => setOther(earlier.id)} />
            <span>
              <Said text={earlier.summary.split('\n')[0] ?? ''} />
            </span>
            <span class="choose-end">
              {earlier.conversationId !== ticket.conversationId &&
                `${words.talk.sameHome(words.channels[earlier.channel])} · `}
              {earlier.stage !== 'resolved' && `${words.talk.stillOpen} · `}
              {shortTime(new Date(earlier.createdAt), new Date(), language)}
            </span>
          </label>
        ))}
      </fieldset>
    </Asking>
  )
}

/** One that was taken in already is not there to take. */
export const mergeable = ({ context }: Ticket): RelatedTicket[] =>
  context.earlier.filter(({ mergedInto }) => mergedInto === undefined)

function Word({ word, onWord }: { word: string; onWord(word: string): void }) {
  const { words } = useReading()
  return (
    <div class="field">
      <label for="handing-word">{words.handing.word}</label>
      <textarea
        id="handing-word"
        rows={2}
        maxLength={500}
        value={word}
        placeholder={words.handing.wordHint}
        onInput={(event) => onWord(event.currentTarget.value)}
      />
    </div>
  )
}

interface AskingProps {
  title: string
  lead: string
  yes: string
  ready: boolean
  handing: Handing
  children: ComponentChildren
  onYes(): void
}

function Asking({ title, lead, yes, ready, handing, children, onYes }: AskingProps) {
  const { words } = useReading()
  const close = () => handing.ask(undefined)
  return (
    <Dialog title={title} onClose={close}>
      <form
        class="asking"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) onYes()
        }}
      >
        <p class="soft">{lead}</p>
        {children}
        <div role="alert">{handing.problem && <p class="strip danger">{handing.problem}</p>}</div>
        <div class="buttons end">
          <button type="button" class="button" onClick={close}>
            {words.cancel}
          </button>
          <button type="submit" class="button main" disabled={!ready || handing.busy}>
            {handing.busy ? words.working : yes}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
