import { useState } from 'preact/hooks'
import { Drawing, Icon } from '../Icon.tsx'
import type { View } from '../model/view.ts'
import { useRatingWords } from './words.ts'

const STAR = 'm12 3.5 2.7 5.6 6.1.8-4.5 4.2 1.2 6.1-5.5-3-5.5 3 1.2-6.1-4.5-4.2 6.1-.8L12 3.5Z'

interface RatingProps {
  rating: View['rating']
  onRate(score: number, comment: string): Promise<void>
  onClose(): void
}

/** Asks once, after staff have finished, how it was. It can be closed and never comes after an emergency. */
export function RatingStrip({ rating, onRate, onClose }: RatingProps) {
  const words = useRatingWords()
  if (rating === 'none') return null
  return (
    <section class="rating" aria-label={words.rate}>
      <div class="rating-head">
        <p role="status">{rating === 'thanked' ? words.rateThanks : words.rate}</p>
        <button type="button" class="button-plain" aria-label={words.close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
      {rating === 'asked' && <RatingForm onRate={onRate} />}
    </section>
  )
}

function RatingForm({ onRate }: Pick<RatingProps, 'onRate'>) {
  const words = useRatingWords()
  const [score, setScore] = useState(0)
  const [comment, setComment] = useState('')
  const [stage, setStage] = useState<'open' | 'sending' | 'failed'>('open')
  const send = () => {
    setStage('sending')
    onRate(score, comment.trim()).catch(() => setStage('failed'))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Stars score={score} onScore={setScore} />
      {score > 0 && (
        <div class="rating-more">
          <input
            type="text"
            maxLength={1000}
            value={comment}
            placeholder={words.rateComment}
            aria-label={words.rateComment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="button-solid" disabled={stage === 'sending'}>
            {words.rateSend}
          </button>
        </div>
      )}
      {stage === 'failed' && (
        <p class="danger" role="alert">
          {words.rateFailed}
        </p>
      )}
    </form>
  )
}

function Stars({ score, onScore }: { score: number; onScore(score: number): void }) {
  const words = useRatingWords()
  return (
    <fieldset class="stars">
      <legend class="unseen">{words.rate}</legend>
      {words.scores.map((name, index) => (
        <label key={name} class={index < score ? 'star star-on' : 'star'} title={name}>
          <input
            type="radio"
            name="score"
            class="unseen"
            checked={score === index + 1}
            onChange={() => onScore(index + 1)}
          />
          <span class="unseen">{name}</span>
          <Drawing path={STAR} filled={index < score} />
        </label>
      ))}
      <span class="stars-name" aria-hidden="true">
        {words.scores[score - 1] ?? ''}
      </span>
    </fieldset>
  )
}
