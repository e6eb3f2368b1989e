import type { Address } from '../../address.ts'

export function OrdersRoom({ address }: { address: Address }) {
  return <main class="room">{address.room}</main>
}
