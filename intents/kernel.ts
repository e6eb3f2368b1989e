/**
 * Adds up or spreads weighted rows of a table, four classes at a time. Addresses are in bytes. See kernel.wat, of which
 * the module below is the compiled form (`wat2wasm kernel.wat`, then base64).
 */
export interface Kernel {
  /** sums += Σ values[k] · table[indices[k]] */
  gather: Step
  /** table[indices[k]] += values[k] · changes */
  scatter: Step
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

const MODULE =
  'AGFzbQEAAAABCgFgBn9/f39/fwACDwEDZW52Bm1lbW9yeQIAAQMDAgAABxQCBmdhdGhlcgAAB3NjYXR0ZXIAAQr/AQJ+AgN/AXsgBEUEQA8LA0AgAyoCAP0TIQkgACACKAIAIAFsQQJ0aiEGIAYgAUECdGohByAFIQgDQCAIIAj9AAQAIAkgBv0ABAD95gH95AH9CwQAIAhBEGohCCAGQRBqIgYgB0kNAAsgAkEEaiECIANBBGohAyAEQQFrIgQNAAsLfgIDfwF7IARFBEAPCwNAIAMqAgD9EyEJIAAgAigCACABbEECdGohBiAGIAFBAnRqIQcgBSEIA0AgBiAG/QAEACAJIAj9AAQA/eYB/eQB/QsEACAIQRBqIQggBkEQaiIGIAdJDQALIAJBBGohAiADQQRqIQMgBEEBayIEDQALCw=='

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
