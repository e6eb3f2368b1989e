import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Acts, Mine as Own } from '../model/acts.ts'
import { Display } from './Display.tsx'
import { Orders } from './Orders.tsx'
import { Topics } from './Topics.tsx'
import { useMineWords } from './words.ts'

interface MineProps {
  acts: Acts
  onSend(text: string, choice: string): void
  onClose(): void
  onTextSize(size: number): void
  textSize: number
}

/** The owner's work orders, what they are told of, and how the page looks to them. */
export function Mine({ acts, onSend, onClose, textSize, onTextSize }: MineProps) {
  const words = useMineWords()
  const [own, setOwn] = useState<Own | 'failed'>()
  const read = useCallback(() => {
    setOwn(undefined)
    acts.readMine().then(setOwn, () => setOwn('failed'))
  }, [acts])
  useEffect(read, [read])
  const send = (text: string, choice: string) => {
    onSend(text, choice)
    onClose()
  }
  return (
    <section class="mine" aria-label={words.panel}>
      {own === undefined && <p role="status">{words.loading}</p>}
      {own === 'failed' && (
        <div class="mine-part" role="alert">
          <p>{words.failed}</p>
          <button type="button" class="button-outline" onClick={read}>
            {words.again}
          </button>
        </div>
      )}
      {own && own !== 'failed' && (
        <>
          <Orders orders={own.workOrders} onSend={send} />
          <Topics topics={own.subscriptions} onStop={acts.unsubscribe} />
        </>
      )}
      <Display textSize={textSize} onTextSize={onTextSize} />
    </section>
  )
}
