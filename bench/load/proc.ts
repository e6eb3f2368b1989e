import { readFileSync } from 'node:fs'

/** Linux counts a process' time in hundredths of a second. */
const TICK_MS = 10
const PAGE_BYTES = 4096

/** Milliseconds of processor time that the process has taken, all threads together. */
export function cpuMs(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = rest.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** Bytes of memory that the process holds. */
export function residentBytes(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES
}
