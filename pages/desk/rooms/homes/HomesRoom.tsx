import type { Address } from '../../address.ts'

export function HomesRoom({ address }: { address: Address }) {
  return <main class="room">{address.room}</main>
}
