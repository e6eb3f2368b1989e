import type { ProblemError } from '../../../shared/api/problem.ts'
import { heldBack } from '../../guard/heldBack.ts'
import { PromiseGuard } from '../../guard/PromiseGuard.tsx'
import type { Vouching } from '../../roomCalls.ts'
import { useReading } from '../../surroundings.ts'

interface HeldWordsProps {
  problem: ProblemError
  community: string
  onChange(): void
  /** Once more, with what vouches for the words. */
  onVouch(vouching: Vouching): void
}

/** The problem, where it is that the words promise something. */
export const heldOf = (problem: ProblemError | undefined): ProblemError | undefined =>
  problem?.code === 'promise' ? problem : undefined

/** Words of the board that promise what no record holds: they would go out to owners, so that they wait here. */
export function HeldWords({ problem, community, onChange, onVouch }: HeldWordsProps) {
  const { words } = useReading()
  const held = heldBack(problem.body)
  return (
    <PromiseGuard
      held={held}
      community={community}
      orders={[]}
      more={words.rooms.guard.sendMoreBoard}
      onChange={onChange}
      onRecord={(record) => onVouch({ record })}
      onConfirm={() => onVouch({ confirm: held.confirmToken })}
    />
  )
}
