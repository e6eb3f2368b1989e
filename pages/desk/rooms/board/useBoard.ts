import type { BoardEntry } from '../../../../bot/types.ts'
import { useCoalesced, useLive } from '../../live.ts'
import type { Board } from '../../roomCalls.ts'
import { useSurroundings } from '../../surroundings.ts'
import { type Read, useRecord } from '../useRecord.ts'

/** Changes come in bursts; so often at most is the board read again. */
const RELOAD_MS = 400

export interface OpenBoard extends Read<Board> {
  /** Takes up one entry that a call has given back. */
  takeEntry(entry: BoardEntry): void
}

/** The status board of a compound, read again when somebody changes it. */
export function useBoard(community: string): OpenBoard {
  const { calls } = useSurroundings()
  const board = useRecord(community, () => calls.board.read(community))
  const reload = useCoalesced(board.reload, RELOAD_MS)
  useLive('board', reload)
  useLive('resync', reload)
  return {
    ...board,
    takeEntry: (entry) => {
      const { value } = board
      if (!value) return
      const known = value.entries.some(({ id }) => id === entry.id)
      const entries = known
        ? value.entries.map((one) => (one.id === entry.id ? entry : one))
        : [...value.entries, entry]
      board.take({ ...value, entries })
    },
  }
}
