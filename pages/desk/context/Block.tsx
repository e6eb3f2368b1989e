import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { recall, remember } from '../../shared/keep.ts'
import { FoldIcon } from '../Icons.tsx'

const KEY = 'qiao.desk.folded'

const foldedNames = (): string[] => recall(KEY)?.split(' ').filter(Boolean) ?? []

interface BlockProps {
  /** By which the browser remembers whether it is folded, in every ticket. */
  name: string
  title: string
  /** How many things are in it; shown beside the title, so that a folded block tells too. */
  count?: number
  tone?: 'warn'
  children: ComponentChildren
}

/** A part of the context that folds; the fold is remembered. */
export function Block({ name, title, count, tone, children }: BlockProps) {
  const id = useId()
  const [folded, setFolded] = useState(() => foldedNames().includes(name))
  const toggle = () => {
    const others = foldedNames().filter((other) => other !== name)
    remember(KEY, (folded ? others : [...others, name]).join(' '))
    setFolded(!folded)
  }
  return (
    <section class={`block ${tone ?? ''}`}>
      <h2>
        <button type="button" class="fold" aria-expanded={!folded} aria-controls={id} onClick={toggle}>
          <span>{title}</span>
          {count !== undefined && count > 0 && <span class="count">{count}</span>}
          <FoldIcon />
        </button>
      </h2>
      <div id={id} class="block-body" hidden={folded}>
        {children}
      </div>
    </section>
  )
}
