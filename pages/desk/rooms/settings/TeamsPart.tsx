import type { Team } from '../../../../bot/types.ts'
import type { ProblemError } from '../../../shared/api/problem.ts'
import type { SeenColleague } from '../../handingCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { NotThere, OldStrip } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

/** Who works in which team of a compound, and who is at the desk; managers tick, others read. */
export function TeamsPart({ community }: { community: string }) {
  const { words } = useReading()
  const { calls, clerk, say } = useSurroundings()
  const read = useRecord(`teams ${community}`, () => calls.handing.colleagues(community))
  const { handing } = words
  const change = ({ id }: SeenColleague, teams: Team[]) => {
    if (!read.value) return
    const before = read.value
    const colleagues = before.colleagues.map((one) => (one.id === id ? { ...one, teams } : one))
    read.take({ ...before, colleagues })
    calls.handing.putTeams(id, teams).then(
      () => say(words.rooms.saved),
      (error: ProblemError) => {
        read.take(before)
        say(error.title || words.reconnecting, 'bad')
      },
    )
  }
  return (
    <section class="card learning-part" aria-label={handing.teamsTitle}>
      <h2>{handing.teamsTitle}</h2>
      <p class="hint">{handing.teamsLead}</p>
      <OldStrip of={read} />
      {read.value ? (
        <div class="teams-scroll">
          <table class="teams-table">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                {read.value.teams.map((team) => (
                  <th key={team} scope="col">
                    {words.teams[team] ?? team}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {read.value.colleagues.map((colleague) => (
                <Member
                  key={colleague.id}
                  colleague={colleague}
                  teams={read.value?.teams ?? []}
                  fixed={clerk.role === 'staff'}
                  onChange={(teams) => change(colleague, teams)}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <NotThere of={read} />
      )}
    </section>
  )
}

interface MemberProps {
  colleague: SeenColleague
  teams: readonly Team[]
  fixed: boolean
  onChange(teams: Team[]): void
}

function Member({ colleague, teams, fixed, onChange }: MemberProps) {
  const { words } = useReading()
  const own = colleague.teams
  return (
    <tr>
      <th scope="row">
        {colleague.name}{' '}
        <span class={colleague.here ? 'presence here small' : 'presence soft small'}>
          {colleague.here ? words.handing.here : words.handing.away}
        </span>
      </th>
      {teams.map((team) => (
        <td key={team}>
          <label>
            <span class="unseen">{`${colleague.name} ${words.teams[team] ?? team}`}</span>
            <input
              type="checkbox"
              disabled={fixed}
              checked={own.includes(team)}
              onChange={() => onChange(own.includes(team) ? own.filter((one) => one !== team) : [...own, team])}
            />
          </label>
        </td>
      ))}
    </tr>
  )
}
