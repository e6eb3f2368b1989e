import type { Judgement } from '../../intents/evaluate.ts'
import { reliability, riskCoverage } from '../../intents/metrics.ts'

interface Named {
  name: string
  judgements: Judgement[]
}

interface Curve {
  name: string
  points: { x: number; y: number }[]
}

interface Frame {
  title: string
  x: string
  y: string
  /** Where the vertical axis begins; it ends at 1. */
  from: number
}

const WIDTH = 560
const HEIGHT = 360
const MARGIN = 48
const COLOURS = ['#0b6e5f', '#b4541a', '#3a5fb0', '#8a3f8f', '#5d6b1f', '#a0263f']
/** More points than this can't be told apart. */
const POINTS = 200

/** Precision over the share of lines that is answered. */
export function drawRiskCoverage(measured: Named[]): string {
  const curves = measured.map(({ name, judgements }) => ({
    name,
    points: riskCoverage(judgements)
      .filter(({ coverage }) => coverage > 0.02)
      .map(({ coverage, precision }) => ({ x: coverage, y: precision })),
  }))
  return draw(curves, { title: 'Risk and coverage', x: 'share answered', y: 'share right', from: 0.8 })
}

/** How often the model is right when it is so sure; the diagonal is what it should be. */
export function drawReliability(measured: Named[]): string {
  const curves = measured.map(({ name, judgements }) => ({
    name,
    points: reliability(
      judgements.filter(({ want }) => want !== 'out_of_scope'),
      10,
    ).map(({ confidence, accuracy }) => ({ x: confidence, y: accuracy })),
  }))
  const ideal = { name: 'ideal', points: [0, 1].map((at) => ({ x: at, y: at })) }
  return draw([...curves, ideal], { title: 'Reliability', x: 'confidence', y: 'share right', from: 0 })
}

function draw(curves: Curve[], frame: Frame): string {
  const right = (x: number) => MARGIN + x * (WIDTH - 2 * MARGIN)
  const down = (y: number) => HEIGHT - MARGIN - ((y - frame.from) / (1 - frame.from)) * (HEIGHT - 2 * MARGIN)
  const ticks = Array.from({ length: 6 }, (_, i) => i / 5)
  const grid = ticks.flatMap((tick) => {
    const y = frame.from + tick * (1 - frame.from)
    return [
      `<path d="M${MARGIN} ${down(y)}H${WIDTH - MARGIN}" stroke="#ddd"/>`,
      `<text x="${MARGIN - 6}" y="${down(y) + 4}" text-anchor="end">${y.toFixed(2)}</text>`,
      `<text x="${right(tick)}" y="${HEIGHT - MARGIN + 16}" text-anchor="middle">${tick.toFixed(1)}</text>`,
    ]
  })
  const lines = curves.flatMap(({ name, points }, i) => {
    const colour = COLOURS[i % COLOURS.length]!
    const every = Math.ceil(points.length / POINTS)
    const shown = points.filter(({ y }, at) => y >= frame.from && (at % every === 0 || at === points.length - 1))
    const path = shown.map(({ x, y }) => `${right(x).toFixed(1)} ${down(y).toFixed(1)}`).join('L')
    return [
      `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<text x="${WIDTH - MARGIN + 2 - 120}" y="${HEIGHT - MARGIN - 12 - 16 * i}" fill="${colour}">${name}</text>`,
    ]
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${WIDTH / 2}" y="24" text-anchor="middle" font-size="15">${frame.title}</text>
<text x="${WIDTH / 2}" y="${HEIGHT - 10}" text-anchor="middle">${frame.x}</text>
<text x="14" y="${HEIGHT / 2}" text-anchor="middle" transform="rotate(-90 14 ${HEIGHT / 2})">${frame.y}</text>
${[...grid, ...lines].join('\n')}
</svg>
`
}
