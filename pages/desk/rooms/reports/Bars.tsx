import { useReading } from '../../surroundings.ts'

interface BarsProps {
  title: string
  rows: { name: string; n: number }[]
  /** Beside each other, for hours of the day. */
  upright?: boolean
}

const WIDE = 480
const TALL = 120

/** Bars with their numbers, and a table of the same behind them. */
export function Bars({ title, rows, upright = false }: BarsProps) {
  const { words } = useReading()
  const most = Math.max(1, ...rows.map(({ n }) => n))
  if (!rows.length) return null
  return (
    <section class="chart" aria-label={title}>
      <h2>{title}</h2>
      {upright ? <Upright rows={rows} most={most} /> : <Lying rows={rows} most={most} />}
      <details>
        <summary>{words.learning.reports.table}</summary>
        <table class="table">
          <tbody>
            {rows.map(({ name, n }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">{n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

type Drawn = { rows: BarsProps['rows']; most: number }

function Upright({ rows, most }: Drawn) {
  const step = WIDE / rows.length
  return (
    <svg viewBox={`0 0 ${WIDE} ${TALL + 18}`} role="presentation">
      {rows.map(({ name, n }, index) => {
        const height = (n / most) * TALL
        return (
          <g key={name}>
            <rect x={index * step + 2} y={TALL - height} width={step - 4} height={height} rx="2" />
            {index % 3 === 0 && (
              <text x={index * step + step / 2} y={TALL + 14} text-anchor="middle">
                {name}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

const ROW = 26

function Lying({ rows, most }: Drawn) {
  return (
    <svg viewBox={`0 0 ${WIDE} ${rows.length * ROW}`} role="presentation">
      {rows.map(({ name, n }, index) => {
        const width = Math.max(2, (n / most) * (WIDE * 0.5))
        return (
          <g key={name}>
            <text x="0" y={index * ROW + 17}>
              {name}
            </text>
            <rect x={WIDE * 0.4} y={index * ROW + 5} width={width} height={ROW - 10} rx="2" />
            <text x={WIDE * 0.4 + width + 6} y={index * ROW + 17}>
              {n}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
