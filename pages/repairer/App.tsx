import { useEffect, useMemo, useState } from 'preact/hooks'
import { keepLanguage, nameLanguage, startLanguage } from '../shared/language.ts'
import { jobCalls } from './calls.ts'
import { JobFacts } from './JobFacts.tsx'
import { JobSteps } from './JobSteps.tsx'
import { useJob } from './useJob.ts'
import { ReadingContext, useReading, WORDS } from './words.ts'

/** @param secret what stands behind the sign # of the link */
export function App({ secret }: { secret: string }) {
  const [language, setLanguage] = useState(startLanguage)
  const reading = useMemo(() => ({ language, words: WORDS[language] }), [language])
  useEffect(() => {
    nameLanguage(language)
    document.title = WORDS[language].title
  }, [language])
  const switchLanguage = () => {
    const other = language === 'zh' ? 'en' : 'zh'
    keepLanguage(other)
    setLanguage(other)
  }
  return (
    <ReadingContext.Provider value={reading}>
      <div class="page">
        <header class="head">
          <span class="brand">{reading.words.title}</span>
          <button type="button" class="quiet" onClick={switchLanguage}>
            {reading.words.other}
          </button>
        </header>
        <main>{secret ? <OpenJob secret={secret} /> : <p class="card">{reading.words.noLink}</p>}</main>
      </div>
    </ReadingContext.Provider>
  )
}

function OpenJob({ secret }: { secret: string }) {
  const { words, language } = useReading()
  const calls = useMemo(() => jobCalls(secret, language), [secret, language])
  const { job, busy, problem, over, reload, act } = useJob(calls)
  const trouble = problem && (problem.title || (problem.status === 0 ? words.offline : words.failed))
  if (over) return <Message text={trouble ?? ''} />
  if (!job) return problem ? <Message text={trouble ?? ''} onRetry={reload} /> : <p class="card">{words.loading}</p>
  return (
    <>
      <JobFacts job={job} picture={calls.picture} />
      <JobSteps
        job={job}
        busy={busy}
        onStep={(step, note) => void act(() => calls.step(step, note))}
        onPhoto={(file) => act(() => calls.addPhoto(file))}
      />
      <div role="alert">{trouble && <p class="card bad">{trouble}</p>}</div>
    </>
  )
}

/** In place of a job that can't be shown. */
function Message({ text, onRetry }: { text: string; onRetry?: () => void }) {
  const { words } = useReading()
  return (
    <div class="card" role="alert">
      <p>{text}</p>
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  )
}
