import type { Team, Ticket } from '../../../bot/types.ts'
import type { SeenColleague } from '../handingCalls.ts'
import { useReading } from '../surroundings.ts'
import { type Chosen, useReceivers } from './useReceivers.ts'

/** Known to the page even when the colleagues can't be read. */
const USUAL: Team[] = ['service', 'repair', 'order', 'clean', 'finance', 'manager']

interface ReceiversProps {
  ticket: Ticket
  chosen: Chosen | undefined
  onChoose(chosen: Chosen): void
}

/** Colleagues with who is at the desk and what they hold, then the teams. */
export function Receivers({ ticket, chosen, onChoose }: ReceiversProps) {
  const { words } = useReading()
  const { teams, colleagues, state } = useReceivers(ticket)
  const { handing } = words
  return (
    <>
      <fieldset class="choose">
        <legend>{handing.toColleague}</legend>
        {state === 'loading' && <p class="soft">{words.loading}</p>}
        {state === 'failed' && <p class="soft">{handing.colleaguesFailed}</p>}
        {state === 'ready' && !colleagues.length && <p class="soft">{handing.nobody}</p>}
        {colleagues.map((colleague) => (
          <Someone
            key={colleague.id}
            colleague={colleague}
            checked={chosen?.name === colleague.name}
            onChoose={() => onChoose({ to: { to: colleague.name }, name: colleague.name })}
          />
        ))}
      </fieldset>
      <fieldset class="choose teams">
        <legend>{handing.toTeam}</legend>
        {(teams.length ? teams : USUAL).map((team) => (
          <label key={team}>
            <input
              type="radio"
              name="receiver"
              checked={chosen !== undefined && 'team' in chosen.to && chosen.to.team === team}
              onChange={() => onChoose({ to: { team }, name: words.teams[team] ?? team })}
            />
            <span>{words.teams[team] ?? team}</span>
          </label>
        ))}
      </fieldset>
    </>
  )
}

interface SomeoneProps {
  colleague: SeenColleague
  checked: boolean
  onChoose(): void
}

function Someone({ colleague: { name, here, holds, teams }, checked, onChoose }: SomeoneProps) {
  const { words } = useReading()
  const { handing } = words
  return (
    <label>
      <input type="radio" name="receiver" checked={checked} onChange={onChoose} />
      <span>{name}</span>
      <span class="soft small">{teams.map((team) => words.teams[team] ?? team).join(words.comma)}</span>
      <span class="choose-end">
        <span class={here ? 'presence here' : 'presence'}>{here ? handing.here : handing.away}</span>
        {' · '}
        {handing.holds(holds)}
      </span>
    </label>
  )
}
