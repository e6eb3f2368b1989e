import { useState } from 'preact/hooks'
import type { TicketStage } from '../../../bot/types.ts'
import { useUploads } from '../../shared/attachments/useUploads.ts'
import { FILE_WORDS } from '../../shared/attachments/words.ts'
import { newId } from '../../shared/newId.ts'
import { ContextPanel } from '../context/ContextPanel.tsx'
import { Confirm } from '../Dialog.tsx'
import { go, goBack } from '../navigation.ts'
import { type Action, useActions } from '../palette/actions.ts'
import { useShortcuts } from '../shortcuts.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import { Composer } from './Composer.tsx'
import { HandingDialogs } from './HandingDialogs.tsx'
import type { Outbox } from './outbox.ts'
import { ResolveDialog } from './ResolveDialog.tsx'
import { Thread } from './Thread.tsx'
import { TicketHead } from './TicketHead.tsx'
import { useHanding } from './useHanding.ts'
import { type Moves, useMoves } from './useMoves.ts'
import { useSeen } from './useSeen.ts'
import { type OpenTicket, useTicket } from './useTicket.ts'
import type { Mode } from './writing.ts'

/** A ticket: its thread and, beside it, what is known. */
export function TicketView({ id, outbox }: { id: string; outbox: Outbox }) {
  const { words, language } = useReading()
  const { clerk, calls } = useSurroundings()
  const upload = async (file: File) => (await calls.sendFile(id, file)).attachmentId
  const uploads = useUploads(upload, FILE_WORDS[language])
  const open = useTicket(id)
  const moves = useMoves(id, open)
  const handing = useHanding(id, open)
  const [mode, setMode] = useState<Mode>()
  useSeen(open.ticket)
  const { ticket } = open
  const held = ticket?.stage === 'staff' && ticket.assignee === clerk.name
  useShortcuts({
    c: () => ticket?.stage === 'waiting' && moves.claim(),
    e: () => held && moves.ask('resolve'),
    n: () => setMode('note'),
    r: () => setMode('reply'),
    t: () => held && handing.ask('pass'),
  })
  useActions(ticket ? actionsOf(ticket.stage, held) : [])
  if (!ticket) return <NoTicket open={open} />
  return (
    <>
      <main class="thread">
        <TicketHead ticket={ticket} messages={open.messages} held={held} moves={moves} handing={handing} />
        {open.state === 'old' && (
          <p class="strip" role="status">
            {words.reconnecting}
          </p>
        )}
        <Thread
          ticket={ticket}
          open={open}
          outbox={outbox}
          onChange={({ reply, files }) => {
            outbox.takeBack(id, reply)
            uploads.putBack(files)
          }}
        />
        <Composer
          ticket={ticket}
          messages={open.messages}
          held={held}
          mode={mode ?? (held ? 'reply' : ticket.stage === 'waiting' ? 'reply' : 'note')}
          asked={mode !== undefined}
          onMode={setMode}
          onClaim={moves.claim}
          onNote={open.takeNote}
          uploads={uploads}
          onReply={(text) => {
            const files = uploads.take()
            const attachments = files.map((file) => file.id)
            const reply = { clientMessageId: newId(), text, ...(attachments.length && { attachments }) }
            void outbox.send(id, reply, files).then((message) => message && open.takeMessage(message))
          }}
        />
      </main>
      <ContextPanel ticket={ticket} onBack={() => goBack({ about: false })} />
      <HandingDialogs ticket={ticket} handing={handing} />
      {moves.asked === 'resolve' && <ResolveDialog ticket={ticket} moves={moves} />}
      {moves.asked === 'return-to-bot' && <ReturnDialog moves={moves} />}
    </>
  )

  function actionsOf(stage: TicketStage, mine: boolean): Action[] {
    const { talk, handing: text } = words
    const note = { title: words.shortcuts.n, key: 'N', run: () => setMode('note') }
    if (stage === 'waiting')
      return [
        { title: words.claim, key: 'C', run: moves.claim },
        note,
        { title: text.escalate, run: () => handing.ask('escalate') },
      ]
    if (!mine) return [note]
    return [
      { title: words.shortcuts.r, key: 'R', run: () => setMode('reply') },
      note,
      { title: words.resolve, key: 'E', run: () => moves.ask('resolve') },
      { title: text.pass, key: 'T', run: () => handing.ask('pass') },
      { title: text.escalate, run: () => handing.ask('escalate') },
      { title: words.release, run: moves.release },
      { title: words.toBot, run: () => moves.ask('return-to-bot') },
      { title: talk.seeContext, run: () => go({ about: true }) },
    ]
  }
}

function ReturnDialog({ moves }: { moves: Moves }) {
  const { words } = useReading()
  return (
    <Confirm
      title={words.confirmToBot}
      more={words.confirmToBotMore}
      yes={words.toBot}
      onYes={() => moves.end('return-to-bot')}
      onClose={() => moves.ask(undefined)}
    />
  )
}

function NoTicket({ open }: { open: OpenTicket }) {
  const { words } = useReading()
  return (
    <main class="thread none">
      {open.state === 'loading' ? (
        <p class="soft" role="status">
          {words.loading}
        </p>
      ) : (
        <>
          <p role="alert">{open.state === 'gone' ? words.ticketGone : words.ticketFailed}</p>
          <div class="buttons">
            {open.state === 'failed' && (
              <button type="button" class="button main" onClick={open.reload}>
                {words.retry}
              </button>
            )}
            <button type="button" class="button" onClick={() => go({ ticketId: undefined, about: false }, 'replace')}>
              {words.back}
            </button>
          </div>
        </>
      )}
    </main>
  )
}
