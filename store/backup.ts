import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import Libsql from 'libsql'
import { StoreError } from './errors.ts'

/** Milliseconds to wait for a write that is being committed. */
const BUSY_TIMEOUT = 30_000

/** Survives a power cut from here on, its name too. */
function onDisk(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Under its name only when it is whole. */
function inPlace(partial: string, path: string): void {
  onDisk(partial)
  renameSync(partial, path)
  onDisk(dirname(path))
}

function refuseWhatIsThere(path: string): void {
  if (existsSync(path)) throw new StoreError('store_refused', `${path} is there already`)
}

function open(file: string, readonly: boolean): Libsql.Database {
  try {
    return new Libsql(file, { readonly, fileMustExist: true } as Libsql.Options)
  } catch (cause) {
    throw new StoreError('store_unavailable', `${file} cannot be opened`, { cause })
  }
}

/** @throws StoreError `store_unavailable` when it is no record, or is damaged */
function checkWhole(file: string): void {
  const database = open(file, true)
  try {
    const [row] = database.prepare('pragma integrity_check').all() as { integrity_check: string }[]
    database.prepare('select count(*) from conversations').get()
    if (row?.integrity_check !== 'ok') throw new Error(row?.integrity_check)
  } catch (cause) {
    throw new StoreError('store_unavailable', `${file} is no record, or is damaged`, { cause })
  } finally {
    database.close()
  }
}

/**
 * Copies the embedded record as it stands at one moment, attachments and all, also while another process writes to it.
 *
 * @param to a file that is not there yet
 * @throws StoreError `store_refused` or `store_unavailable`
 */
export function backUp(file: string, to: string): void {
  refuseWhatIsThere(to)
  const partial = `${to}.partial`
  rmSync(partial, { force: true })
  const database = open(file, false)
  try {
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
    database.prepare('vacuum into ?').run(partial)
  } catch (cause) {
    rmSync(partial, { force: true })
    throw new StoreError('store_unavailable', `${file} could not be copied to ${to}`, { cause })
  } finally {
    database.close()
  }
  checkWhole(partial)
  inPlace(partial, to)
}

/**
 * Puts a backup where a record is opened.
 *
 * @param file where no record is yet
 * @throws StoreError `store_refused` or `store_unavailable`
 */
export async function restore(from: string, file: string): Promise<void> {
  refuseWhatIsThere(file)
  checkWhole(from)
  const partial = `${file}.partial`
  await copyFile(from, partial)
  inPlace(partial, file)
}
