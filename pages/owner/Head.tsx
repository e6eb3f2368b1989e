import { useState } from 'preact/hooks'
import type { OwnerLanguage } from '../shared/languages.ts'
import { Avatar } from './Avatar.tsx'
import { Contacts } from './Contacts.tsx'
import { HoursLine } from './HoursLine.tsx'
import { Icon } from './Icon.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import type { View } from './model/view.ts'
import { speakerNow } from './speaker.ts'
import { chooseTextSize, nextTextSize, textSize } from './textSize.ts'
import { useRest } from './useRest.ts'
import { Waiting } from './Waiting.tsx'
import { useWords } from './words.ts'

interface HeadProps {
  view: View
  onLanguage(language: OwnerLanguage): void
  onPerson(): void
  onSend(text: string, choice: string): void
}

/** Whose compound it is, who speaks, and the way to a person. */
export function Head({ view, onLanguage, onPerson, onSend }: HeadProps) {
  const { words } = useWords()
  const { here } = useRest()
  const [panel, setPanel] = useState<'contacts' | 'mine'>()
  const [size, setSize] = useState(textSize())
  const toggle = (which: 'contacts' | 'mine') => setPanel(panel === which ? undefined : which)
  const resize = (next: number) => {
    chooseTextSize(next)
    setSize(next)
  }
  const speaker = speakerNow(view, words)
  return (
    <header class="head">
      <div class="head-row">
        <Avatar speaker={speaker} />
        <div class="head-who">
          <h1>{view.community?.name ?? words.botName}</h1>
          <p role="status">
            <span class="unseen">{words.speaksNow(speaker.name)} </span>
            <span aria-hidden="true">{speaker.name}</span>
            {speaker.kind === 'bot' && <span class="tag">{words.bot}</span>}
            {view.verified && (
              <span class="tag tag-verified">
                <Icon name="tick" />
                {words.bound}
              </span>
            )}
          </p>
        </div>
        {speaker.kind === 'bot' && (
          <button type="button" class="button-outline head-person" onClick={onPerson}>
            <Icon name="person" />
            {words.person}
          </button>
        )}
      </div>
      <div class="head-line">
        <HoursLine view={view} open={panel === 'contacts'} onToggle={() => toggle('contacts')} />
        <MineToggle open={panel === 'mine'} onToggle={() => toggle('mine')} />
        <SizeSwitch size={size} onNext={() => resize(nextTextSize(size))} />
        <LanguageSwitch onLanguage={onLanguage} />
      </div>
      {panel === 'contacts' && view.community && (
        <Contacts community={view.community}>
          {here ? <here.HomeBinding view={view} onVerify={here.acts.verify} /> : <Waiting />}
        </Contacts>
      )}
      {panel === 'mine' &&
        (here ? (
          <here.Mine
            acts={here.acts}
            onSend={onSend}
            onClose={() => setPanel(undefined)}
            textSize={size}
            onTextSize={resize}
          />
        ) : (
          <Waiting />
        ))}
    </header>
  )
}

function MineToggle({ open, onToggle }: { open: boolean; onToggle(): void }) {
  const { words } = useWords()
  return (
    <button type="button" class="head-mine" aria-expanded={open} onClick={onToggle}>
      {words.mine}
    </button>
  )
}

function SizeSwitch({ size, onNext }: { size: number; onNext(): void }) {
  const { language, words } = useWords()
  const name = words.sizes[size] ?? ''
  return (
    <button
      type="button"
      class={`head-switch size-${size}`}
      aria-label={words.size(name)}
      title={words.size(name)}
      onClick={onNext}
    >
      {language === 'en' ? 'A' : '字'}
      <span class="size-mark" aria-hidden="true">
        {['', '+', '++'][size]}
      </span>
    </button>
  )
}
