import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Mine as Own } from '../model/session.ts'
import { Display } from './Display.tsx'
import { Orders } from './Orders.tsx'
import { Topics } from './Topics.tsx'
import { useMineWords } from './words.ts'

export interface MinePorts {
  /** Fails with the server's problem, or when nothing answered. */
  read(): Promise<Own>
  unsubscribe(topic: string): Promise<void>
  send(text: string, choice: string): void
}

interface MineProps {
  ports: MinePorts
  onClose(): void
  onTextSize(size: number): void
  textSize: number
}

/** The owner's work orders, what they are told of, and how the page looks to them. */
export function Mine({ ports, onClose, textSize, onTextSize }: MineProps) {
  const words = useMineWords()
  const [own, setOwn] = useState<Own | 'failed'>()
  const read = useCallback(() => {
    setOwn(undefined)
    ports.read().then(setOwn, () => setOwn('failed'))
  }, [ports])
  useEffect(read, [read])
  const send = (text: string, choice: string) => {
    ports.send(text, choice)
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
          <Topics topics={own.subscriptions} onStop={ports.unsubscribe} />
        </>
      )}
      <Display textSize={textSize} onTextSize={onTextSize} />
    </section>
  )
}
