import { useState } from 'preact/hooks'
import type { Language } from '../shared/language.ts'
import { Avatar } from './Avatar.tsx'
import { Contacts } from './Contacts.tsx'
import { HomeBinding } from './HomeBinding.tsx'
import { HoursLine } from './HoursLine.tsx'
import { Icon } from './Icon.tsx'
import type { View } from './model/view.ts'
import { speakerNow } from './speaker.ts'
import { nextTextSize, textSize } from './textSize.ts'
import { useWords } from './words.ts'

interface HeadProps {
  view: View
  onLanguage(language: Language): void
  onPerson(): void
  /** With a one-time code from staff; fails with the server's problem. */
  onVerify(code: string): Promise<void>
}

/** Whose compound it is, who speaks, and the way to a person. */
export function Head({ view, onLanguage, onPerson, onVerify }: HeadProps) {
  const { language, words } = useWords()
  const [open, setOpen] = useState(false)
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
        <HoursLine view={view} open={open} onToggle={() => setOpen(!open)} />
        <SizeSwitch />
        <button
          type="button"
          class="head-switch"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          aria-label={words.otherLanguage}
          onClick={() => onLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'EN' : '中'}
        </button>
      </div>
      {open && view.community && (
        <Contacts community={view.community}>
          <HomeBinding view={view} onVerify={onVerify} />
        </Contacts>
      )}
    </header>
  )
}

function SizeSwitch() {
  const { language, words } = useWords()
  const [size, setSize] = useState(textSize())
  const name = words.sizes[size] ?? ''
  return (
    <button
      type="button"
      class={`head-switch size-${size}`}
      aria-label={words.size(name)}
      title={words.size(name)}
      onClick={() => setSize(nextTextSize())}
    >
      {language === 'zh' ? '字' : 'A'}
      <span class="size-mark" aria-hidden="true">
        {['', '+', '++'][size]}
      </span>
    </button>
  )
}
