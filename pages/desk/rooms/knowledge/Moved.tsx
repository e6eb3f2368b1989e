import { useEffect, useState } from 'preact/hooks'
import type { MovedMessages } from '../../learningCalls.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'

interface MovedProps {
  id: string
  /** Examples were changed: it is looked without being asked. */
  live: boolean
}

/** Which of the newest messages would go elsewhere. */
export function Moved({ id, live }: MovedProps) {
  const { words } = useReading()
  const { calls, intentTitle } = useSurroundings()
  const [found, setFound] = useState<MovedMessages>()
  const { busy, problem, send } = useSending(setFound)
  const text = words.learning.knowledge
  const look = () => send(() => calls.knowledge.messages(id))
  useEffect(() => {
    if (live) look()
  }, [])
  return (
    <section class="panel-part">
      <button type="button" class="button" disabled={busy} onClick={look}>
        {text.moved}
      </button>
      <div role="status">
        {busy && <p>{text.checking}</p>}
        {problem && <p>{problem.title}</p>}
        {found && (
          <p>{found.moved.length ? text.movedSome(found.moved.length, found.looked) : text.movedNone(found.looked)}</p>
        )}
        <ul class="test-lines">
          {found?.moved.map(({ text: said, at, was, becomes }) => (
            <li key={`${at} ${said}`}>
              <Said text={said} /> <span class="soft small">{`${intentTitle(was)} → ${intentTitle(becomes)}`}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
