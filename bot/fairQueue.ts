/** Under way at once: two groups of the record's writer, and room for turns that wait for a second opinion. */
const SLOTS = 256
/** Urgent ones in a row while others wait, so that a flood of urgent words keeps nobody out. */
const URGENT_IN_A_ROW = 3

interface Job {
  urgent: boolean
  /** Settles when the job has, and never rejects. */
  start(): Promise<void>
}

/** The jobs of one key. */
interface Line {
  key: string
  jobs: Job[]
  running: boolean
  /** Since when its first job could run, were there room. */
  readySince: number
}

/**
 * Runs jobs of the same key one after the other, in order, and so many keys at once. While there is no room each key
 * has one job done and then waits behind all others, so that one with thousands delays another by one job at most. A
 * key with an urgent job goes before those without, three times out of four.
 */
export class FairQueue {
  readonly #lines = new Map<string, Line>()
  readonly #ready = { urgent: new Set<Line>(), usual: new Set<Line>() }
  readonly #now: () => number
  readonly #slots: number
  #running = 0
  #urgentInARow = 0
  readonly #emptied: (() => void)[] = []

  /** @param now milliseconds that only rise */
  constructor(now: () => number = () => performance.now(), slots = SLOTS) {
    this.#now = now
    this.#slots = slots
  }

  /** A job that throws rejects its own promise and lets the next one run. */
  run<T>(key: string, job: () => Promise<T>, urgent = false): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const line = this.#lines.get(key) ?? { key, jobs: [], running: false, readySince: this.#now() }
      this.#lines.set(key, line)
      line.jobs.push({ urgent, start: () => attempt(job).then(resolve, reject) })
      if (line.running) return
      this.#makeReady(line)
      this.#fill()
    })
  }

  /** Whether a job of this key waits or runs. */
  has(key: string): boolean {
    return this.#lines.has(key)
  }

  /** Whether what comes now has to wait for room. */
  get full(): boolean {
    return this.#running >= this.#slots
  }

  /** Jobs that wait, whether for room or for others of their key. */
  get waiting(): number {
    let all = 0
    for (const { jobs } of this.#lines.values()) all += jobs.length
    return all
  }

  /** Milliseconds for which the key that waits longest has waited for room; waiting for one's own key is not counted. */
  get longestWaitMs(): number {
    const firsts = [this.#ready.urgent, this.#ready.usual].flatMap((ready) => first(ready) ?? [])
    return Math.max(0, ...firsts.map(({ readySince }) => this.#now() - readySince))
  }

  /** Resolves when no job waits or runs any more; what is added meanwhile is waited for too. */
  settled(): Promise<void> {
    return this.#lines.size === 0 ? Promise.resolve() : new Promise((done) => this.#emptied.push(done))
  }

  #makeReady(line: Line): void {
    const urgent = line.jobs.some((job) => job.urgent)
    if (urgent) this.#ready.usual.delete(line)
    this.#ready[urgent ? 'urgent' : 'usual'].add(line)
  }

  #fill(): void {
    while (!this.full) {
      const line = this.#next()
      if (!line) return
      this.#ready.urgent.delete(line)
      this.#ready.usual.delete(line)
      this.#start(line)
    }
  }

  #next(): Line | undefined {
    const [urgent, usual] = [first(this.#ready.urgent), first(this.#ready.usual)]
    const isUrgent = urgent !== undefined && (usual === undefined || this.#urgentInARow < URGENT_IN_A_ROW)
    this.#urgentInARow = isUrgent ? this.#urgentInARow + 1 : 0
    return isUrgent ? urgent : usual
  }

  #start(line: Line): void {
    const job = line.jobs.shift()
    if (!job) return
    line.running = true
    this.#running += 1
    void job.start().then(() => {
      line.running = false
      this.#running -= 1
      this.#again(line)
      this.#fill()
    })
  }

  /** Behind all others, if there is more to do. */
  #again(line: Line): void {
    if (line.jobs.length > 0) {
      line.readySince = this.#now()
      this.#makeReady(line)
      return
    }
    this.#lines.delete(line.key)
    if (this.#lines.size === 0) for (const tell of this.#emptied.splice(0)) tell()
  }
}

/** What throws before its first wait rejects too. */
const attempt = async <T>(job: () => Promise<T>): Promise<T> => job()

const first = (lines: ReadonlySet<Line>): Line | undefined => lines.values().next().value
