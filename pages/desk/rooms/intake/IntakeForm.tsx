import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { IntakeKind, IntakeNote, IntakeSuggestion, SpokenChannel } from '../../../../bot/types.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { IntentPicker } from '../IntentPicker.tsx'
import { Chips, TextField } from '../parts.tsx'
import { HomeField } from './HomeField.tsx'
import { useSuggestion } from './useSuggestion.ts'

interface IntakeFormProps {
  community: string
  channel: { chosen: SpokenChannel; all: readonly SpokenChannel[]; choose(channel: SpokenChannel): void }
  busy: boolean
  onTake(note: Omit<IntakeNote, 'community' | 'channel'>): void
}

/** What the clerk has set by hand; the rest is as the words say. */
interface Set {
  home?: string
  contact?: string
  intent?: string
  kind?: IntakeKind
}

const KINDS = ['ticket', 'work_order'] as const

/** Write what was said, look whether it was understood, Ctrl+Enter. */
export function IntakeForm({ community, channel, busy, onTake }: IntakeFormProps) {
  const { words } = useReading()
  const [said, setSaid] = useState('')
  const [own, setOwn] = useState<Set>({})
  const known = useSuggestion(community, said)
  const text = words.day.intake
  const filled = filledIn(own, known)
  const take = () => {
    if (!said.trim() || busy) return
    const { home, contact, intent, kind } = filled
    const given = { ...(home && { home }), ...(contact && { contact }), ...(intent && { intent }) }
    onTake({ text: said.trim(), kind, ...given })
  }
  return (
    <form
      class="card intake-form"
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
        event.preventDefault()
        take()
      }}
    >
      <SaidField value={said} onChange={setSaid} />
      <Alarm priority={known?.priority} />
      <div class="two-fields">
        <HomeField
          community={community}
          value={filled.home}
          guessed={own.home === undefined && filled.home !== ''}
          onChange={(home) => setOwn({ ...own, home })}
        />
        <TextField label={text.contact} value={filled.contact} onChange={(contact) => setOwn({ ...own, contact })} />
      </div>
      {known && !filled.intent && (
        <Candidates found={known.alternatives} onChoose={(intent) => setOwn({ ...own, intent })} />
      )}
      <IntentPicker label={text.intent} chosen={filled.intent} onChoose={(intent) => setOwn({ ...own, intent })} />
      <Chips
        label={text.channel}
        options={channel.all.map((value) => ({ value, title: words.channels[value] }))}
        chosen={channel.chosen}
        onChoose={(value) => channel.choose(value as SpokenChannel)}
      />
      <Chips
        label={text.kind}
        options={KINDS.map((value) => ({ value, title: text.kinds[value] }))}
        chosen={filled.kind}
        onChoose={(value) => setOwn({ ...own, kind: value as IntakeKind })}
      />
      <button type="submit" class="button main" disabled={busy || !said.trim()}>
        {busy ? words.working : text.submit}
      </button>
    </form>
  )
}

/** Where the words leave it open nothing is chosen: the likeliest stand within a tap. */
function Candidates({ found, onChoose }: { found: IntakeSuggestion['alternatives']; onChoose(id: string): void }) {
  const { words } = useReading()
  const { intentTitle } = useSurroundings()
  const text = words.day.intake
  if (!found.length) return null
  return (
    <Chips
      label={text.unsure}
      shown
      options={found.map(({ intent }) => ({ value: intent, title: intentTitle(intent) }))}
      chosen=""
      onChoose={onChoose}
    />
  )
}

function filledIn(own: Set, known: IntakeSuggestion | undefined): Required<Set> {
  return {
    home: own.home ?? known?.home ?? '',
    contact: own.contact ?? known?.contact ?? '',
    intent: own.intent ?? known?.intent ?? '',
    kind: own.kind ?? known?.kind ?? 'ticket',
  }
}

/** The first thing to write into, as soon as the room is open and after each one taken down. */
function SaidField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { words } = useReading()
  const text = words.day.intake
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div class="field">
      <label for={id}>{text.text}</label>
      <textarea
        ref={box}
        id={id}
        rows={4}
        maxLength={4000}
        value={value}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="hint">
        {text.textHint}
      </p>
    </div>
  )
}

function Alarm({ priority }: { priority: IntakeSuggestion['priority'] | undefined }) {
  const { words } = useReading()
  const text = words.day.intake
  return (
    <div role="alert">
      {priority === 'emergency' && <p class="strip danger">{text.emergency}</p>}
      {priority === 'high' && <p class="strip">{text.high}</p>}
    </div>
  )
}
