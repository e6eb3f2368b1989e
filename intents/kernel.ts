/**
 * Adds up or spreads weighted rows of a table, four classes at a time. Addresses are in bytes. See kernel.wat, of which
 * the module below is the compiled form (`wat2wasm kernel.wat`, then base64).
 */
export interface Kernel {
  /** sums += Σ values[k] · table[indices[k]] */
  gather: Step
  /** table[indices[k]] += values[k] · changes, in the fours of classes that stand in the list alone */
  scatter: SparseStep
}

/** What is used of WebAssembly; the compiler's library for Node does not declare it. */
export interface Memory {
  buffer: ArrayBuffer
}

interface WebAssemblyApi {
  Memory: new (size: { initial: number }) => Memory
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: { env: { memory: Memory } }) => { exports: unknown }
}

const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi }

type Step = (table: number, stride: number, indices: number, values: number, count: number, vector: number) => void
/** `places`: where the list of byte offsets stands, and how many there are. */
type SparseStep = (...parameters: [...step: Parameters<Step>, places: number, placeCount: number]) => void

const MODULE =
  'AGFzbQEAAAABFQJgBn9/f39/fwBgCH9/f39/f39/AAIPAQNlbnYGbWVtb3J5AgABAwMCAAEHFAIGZ2F0aGVyAAAHc2NhdHRlcgABCvUDAuQCAgd/BHsgAUECdCELAkAgBEEESQ0AA0AgAyoCAP0TIQ0gAyoCBP0TIQ4gAyoCCP0TIQ8gAyoCDP0TIRAgACACKAIAIAtsaiEGIAAgAigCBCALbGohByAAIAIoAgggC2xqIQggACACKAIMIAtsaiEJQQAhCgNAIAUgCmohDCAMIAz9AAQAIA0gBiAKav0ABAD95gEgDiAHIApq/QAEAP3mAf3kAf3kASAPIAggCmr9AAQA/eYBIBAgCSAKav0ABAD95gH95AH95AH9CwQAIApBEGoiCiALSQ0ACyACQRBqIQIgA0EQaiEDIARBBGsiBEEETw0ACwsgBEUEQA8LA0AgAyoCAP0TIQ0gACACKAIAIAtsaiEGQQAhCgNAIAUgCmohDCAMIAz9AAQAIA0gBiAKav0ABAD95gH95AH9CwQAIApBEGoiCiALSQ0ACyACQQRqIQIgA0EEaiEDIARBAWsiBA0ACwuMAQIFfwF7IARFIAdFcgRADwsgBiAHQQJ0aiEKA0AgAyoCAP0TIQ0gACACKAIAIAFsQQJ0aiEIIAYhCQNAIAkoAgAhCyAIIAtqIQwgDCAM/QAEACANIAUgC2r9AAQA/eYB/eQB/QsEACAJQQRqIgkgCkkNAAsgAkEEaiECIANBBGohAyAEQQFrIgQNAAsL'

export function createKernel(memory: Memory): Kernel {
  const module = new WebAssembly.Module(Buffer.from(MODULE, 'base64'))
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Kernel
}

const PAGE = 65_536
const ALIGNMENT = 16

/** Lays arrays out one after the other in one memory. Declare all, then `allocate`. */
export class Layout {
  private bytes = 0

  /** The address of `count` numbers of 32 bits. */
  reserve(count: number): number {
    const address = this.bytes
    this.bytes += Math.ceil((count * 4) / ALIGNMENT) * ALIGNMENT
    return address
  }

  allocate(): Memory {
    return new WebAssembly.Memory({ initial: Math.ceil(this.bytes / PAGE) + 1 })
  }
}
