import type { Address } from '../../address.ts'
import { useNow } from '../../clock.ts'
import { go } from '../../navigation.ts'
import type { Board } from '../../roomCalls.ts'
import { usePick, useReading } from '../../surroundings.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { Chips, NotThere, OldStrip } from '../parts.tsx'
import { ageOf } from './age.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntryPanel } from './EntryPanel.tsx'
import { NewEntryPanel } from './NewEntryPanel.tsx'
import { type OpenBoard, useBoard } from './useBoard.ts'

/** The address of the form for a new entry. */
export const NEW = 'new'

/** The status board: what the bot may tell of progress, kept up by staff. */
export function BoardRoom({ address }: { address: Address }) {
  const { words } = useReading()
  const board = useBoard(address.community)
  const { item } = address
  return (
    <>
      <main class="room">
        <div class="room-head">
          <h1>{words.rooms.rooms.board}</h1>
          <p class="soft">{words.rooms.board.lead}</p>
          <CompoundPicker chosen={address.community} onChoose={(community) => go({ community, item: undefined })} />
          <button type="button" class="button main" onClick={() => go({ item: NEW })}>
            {words.rooms.board.add}
          </button>
        </div>
        {board.value ? <Entries board={board} shown={board.value} address={address} /> : <NotThere of={board} />}
      </main>
      {item === NEW && board.value && <NewEntryPanel board={board} topics={board.value.topics} address={address} />}
      {item && item !== NEW && board.state !== 'loading' && <EntryPanel key={item} id={item} board={board} />}
    </>
  )
}

interface EntriesProps {
  board: OpenBoard
  shown: Board
  address: Address
}

function Entries({ board, shown: { entries, topics }, address: { only, item } }: EntriesProps) {
  const { words } = useReading()
  const pick = usePick()
  const now = useNow()
  const order = topics.map(({ id }) => id)
  const rank = (topic: string) => (order.includes(topic) ? order.indexOf(topic) : order.length)
  const open = entries.filter(({ closedAt }) => !closedAt).sort((a, b) => rank(a.topic) - rank(b.topic))
  const stale = open.filter((entry) => ageOf(entry, now).stale)
  const titles = new Map(topics.map(({ id, title }) => [id, pick(title)]))
  const wanted = open.filter((entry) => !only || (only === 'stale' ? stale.includes(entry) : entry.topic === only))
  const over = entries.filter(({ closedAt, topic }) => closedAt && (!only || topic === only))
  const card = (entry: (typeof entries)[number]) => (
    <EntryCard
      key={entry.id}
      entry={entry}
      topic={titles.get(entry.topic) ?? entry.topic}
      current={entry.id === item}
      onChanged={board.takeEntry}
    />
  )
  return (
    <>
      <OldStrip of={board} />
      <Chips
        label={words.rooms.board.topics}
        chosen={only}
        onChoose={(value) => go({ only: value }, 'replace')}
        options={[
          { value: '', title: words.rooms.all, count: open.length },
          ...(stale.length || only === 'stale'
            ? [{ value: 'stale', title: words.rooms.board.toCheck(stale.length), tone: 'warn' as const }]
            : []),
          ...topics
            .filter(({ id }) => id === only || entries.some(({ topic }) => topic === id))
            .map(({ id, title }) => ({
              value: id,
              title: pick(title),
              count: open.filter(({ topic }) => topic === id).length,
            })),
        ]}
      />
      {wanted.length ? (
        <ul class="entry-cards">{wanted.map(card)}</ul>
      ) : (
        <p class="empty soft">{only ? words.rooms.board.emptyTopic : words.rooms.board.empty}</p>
      )}
      {over.length > 0 && (
        <details class="over">
          <summary>{words.rooms.board.over(over.length)}</summary>
          <ul class="entry-cards">{over.map(card)}</ul>
        </details>
      )}
    </>
  )
}
