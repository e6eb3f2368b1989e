import { useMemo, useRef } from 'preact/hooks'
import { dayName } from '../shared/time.ts'
import { Icon } from './Icon.tsx'
import { type Block, blocksOf } from './model/blocks.ts'
import type { Sender } from './model/sender.ts'
import type { View } from './model/view.ts'
import { Pending } from './Pending.tsx'
import { Run } from './Run.tsx'
import { useRest } from './useRest.ts'
import { useStick } from './useStick.ts'
import { Welcome } from './Welcome.tsx'
import { useWords } from './words.ts'

interface LogProps {
  view: View
  sender: Sender
  onOpen(): void
}

/** The conversation, and what stands in its place while it opens or cannot be opened. */
export function Log({ view, sender, onOpen }: LogProps) {
  const { words } = useWords()
  const { here } = useRest()
  const frame = useRef<HTMLElement>(null)
  const { unseen, toEnd } = useStick(frame, view)
  const blocks = useMemo(() => blocksOf(view.messages, new Date()), [view.messages])
  const send = (text: string, choice?: string) => {
    sender.send(text, choice)
    // The button that was tapped is gone; the keyboard goes on from the conversation, not from the top of the page.
    frame.current?.focus({ preventScroll: true })
  }
  return (
    <div class="log-frame">
      <main class="log" ref={frame} tabIndex={-1} aria-label={words.conversation}>
        <Welcome view={view} onOpen={onOpen} onSend={send} />
        <div role="log" aria-live={view.phase === 'ready' ? 'polite' : 'off'} aria-relevant="additions">
          {blocks.map((block) => (
            <LogBlock key={block.key} block={block} view={view} onSend={send} />
          ))}
        </div>
        {view.outbox.map((entry) => (
          <Pending
            key={entry.clientMessageId}
            entry={entry}
            phones={view.community?.phones ?? []}
            online={view.online}
            onRetry={() => sender.retry(entry.clientMessageId)}
            onDiscard={() => sender.discard(entry.clientMessageId)}
          />
        ))}
        <div class="typing" role="status">
          {here && <here.TypingSign view={view} />}
        </div>
      </main>
      {unseen > 0 && (
        <button type="button" class="new-chip" onClick={toEnd} title={words.toEnd}>
          {words.newMessages}
          <Icon name="down" />
        </button>
      )}
    </div>
  )
}

interface LogBlockProps {
  block: Block
  view: View
  onSend(text: string, choice?: string): void
}

function LogBlock({ block, view, onSend }: LogBlockProps) {
  const { language } = useWords()
  switch (block.kind) {
    case 'day':
      return <p class="log-day">{dayName(block.at, new Date(), language)}</p>
    case 'system':
      return <p class="log-system">{block.message.text}</p>
    case 'run':
      return <Run block={block} view={view} onSend={onSend} />
  }
}
