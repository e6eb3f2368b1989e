import type { Settings } from '../../learningCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'

interface ChangesProps {
  community: string
  settings: Settings
  onBack(back: Settings): void
}

/** Who changed the settings when; the last change can be taken back. */
export function Changes({ community, settings, onBack }: ChangesProps) {
  const { words, language } = useReading()
  const { calls, clerk } = useSurroundings()
  const { busy, problem, send } = useSending(onBack)
  const text = words.learning.settings
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const made = settings.revisions.filter(({ publishedAt }) => publishedAt)
  if (!made.length) return null
  return (
    <section class="learning-part">
      <h2>{text.revisions}</h2>
      <ol class="revision-list">
        {made.map(({ id, state, author, publishedAt }) => (
          <li key={id}>
            {time.format(new Date(publishedAt ?? ''))} · {author}
            {state === 'published' && clerk.role !== 'staff' && (
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() => send(() => calls.compounds.back(community, id))}
              >
                {text.rollBack}
              </button>
            )}
          </li>
        ))}
      </ol>
      <p role="alert">{problem?.title}</p>
    </section>
  )
}
