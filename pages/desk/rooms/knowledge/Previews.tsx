import type { Words } from '../../../../bot/types.ts'
import { useReading } from '../../surroundings.ts'
import { Preview } from './Preview.tsx'

/** Both languages beside each other. */
export function Previews({ text, facts }: { text: Words; facts: Record<string, Words> }) {
  const { words } = useReading()
  const own = words.learning.knowledge
  return (
    <div class="previews">
      {(['zh', 'en'] as const).map((language) => (
        <section key={language} aria-label={`${own.preview} · ${own[language]}`}>
          <h3 class="soft small">
            {own.preview} · {own[language]}
          </h3>
          <Preview text={text[language]} facts={facts} language={language} />
        </section>
      ))}
    </div>
  )
}
