/** What we use of @huggingface/tokenizers, whose own types don't resolve from a module. */
export interface Tokenizer {
  encode(text: string, options?: { add_special_tokens: boolean }): { ids: number[] }
}

/** Token ids of a text, with the special tokens around it. */
export type Tokenise = (text: string) => number[]

/** Cuts what is longer than `longest` from the end of the text, so that the special tokens stay around it. */
export function tokeniserOf(tokenizer: Tokenizer, longest: number): Tokenise {
  return (text) => {
    const whole = tokenizer.encode(text).ids
    if (whole.length <= longest) return whole
    const bare = tokenizer.encode(text, { add_special_tokens: false }).ids
    const start = whole.findIndex((_, at) => bare.every((id, i) => whole[at + i] === id))
    const room = longest - (whole.length - bare.length)
    return [...whole.slice(0, start), ...bare.slice(0, room), ...whole.slice(start + bare.length)]
  }
}
