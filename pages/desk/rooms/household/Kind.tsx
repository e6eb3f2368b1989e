import type { ComponentChildren } from 'preact'
import { useReading } from '../../surroundings.ts'

/** One kind of things, with a word where there are none. */
export function Kind({ title, none, children }: { title: string; none: boolean; children: ComponentChildren }) {
  const { words } = useReading()
  return (
    <section class="card after-card">
      <h3>{title}</h3>
      {none ? <p class="soft small">{words.after.household.none}</p> : children}
    </section>
  )
}

/** A claim is no fact: it is said beside each thing that rests on one. */
export function Standing({ proven }: { proven: boolean }) {
  const { words } = useReading()
  const text = words.after.household
  return <span class={proven ? 'standing' : 'standing claimed'}>{proven ? text.proven : text.claimed}</span>
}
