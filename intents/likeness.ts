import { setImmediate } from 'node:timers/promises'
import { shippedDictionary } from './dictionary/dictionary.ts'
import { normalise } from './normalise.ts'
import { tokenise } from './tokens.ts'

/** Of what is alike in words and characters, and what in the meaning of the words. */
const BY_WORDS = 0.6
const BY_MEANING = 0.4
/** From here on it counts as the same matter: nine of ten held-out tests then stand among those of their own intent. */
const ALIKE = 0.29

/** Texts that are placed before others get their turn on the event loop. */
const AT_ONCE = 25
/** Shorter English words say little: the, how, can. */
const SHORTEST_LATIN = 4

/** Under about so many texts little can be told of what is common. */
const FEW = 50

interface Seen {
  /** Weight by feature, of length 1. */
  words: Map<string, number>
  /** Of length 1, or all zero. */
  meaning: Float32Array
}

interface Group extends Seen {
  members: number[]
}

/**
 * Groups texts that are about the same, by words, characters and the dictionary's meanings; the largest group first,
 * each with its most typical text first. Each text joins the group that it is most like, or begins one.
 * @returns indices into `texts`
 */
export async function groupAlike(texts: readonly string[]): Promise<number[][]> {
  const seen = look(texts)
  const groups: Group[] = []
  const byFeature = new Map<string, Set<Group>>()
  for (const [index, one] of seen.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate()
    const near = new Set([...one.words.keys()].flatMap((feature) => [...(byFeature.get(feature) ?? [])]))
    let best: { group: Group; likeness: number } | undefined
    for (const group of near) {
      const likeness = likenessOf(one, group)
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { group, likeness }
    }
    const group = best?.group ?? { members: [], words: new Map(), meaning: new Float32Array(one.meaning.length) }
    if (!best) groups.push(group)
    join(group, one, index)
    for (const feature of one.words.keys()) {
      const of = byFeature.get(feature) ?? new Set()
      byFeature.set(feature, of.add(group))
    }
  }
  const typicalFirst = ({ members, ...group }: Group): number[] =>
    members.sort((a, b) => likenessOf(seen[b]!, group) - likenessOf(seen[a]!, group) || a - b)
  return groups.sort((a, b) => b.members.length - a.members.length).map(typicalFirst)
}

function likenessOf(one: Seen, other: Seen): number {
  let words = 0
  for (const [feature, weight] of one.words) words += weight * (other.words.get(feature) ?? 0)
  return (
    (BY_WORDS * words) / (lengthOf(other.words.values()) || 1) +
    (BY_MEANING * dot(one.meaning, other.meaning)) / (lengthOf(other.meaning) || 1)
  )
}

/** The group's words and meaning are the sums of its members'. */
function join(group: Group, one: Seen, index: number): void {
  group.members.push(index)
  for (const [feature, weight] of one.words) group.words.set(feature, (group.words.get(feature) ?? 0) + weight)
  for (let k = 0; k < one.meaning.length; k++) group.meaning[k]! += one.meaning[k]!
}

/** What is common to many texts says little of each. */
function look(texts: readonly string[]): Seen[] {
  const features = texts.map((text) => featuresOf(normalise(text)))
  const holders = new Map<string, number>()
  for (const of of features) for (const feature of of.all) holders.set(feature, (holders.get(feature) ?? 0) + 1)
  const rarity = (feature: string) => Math.log((texts.length + FEW) / ((holders.get(feature) ?? 0) + FEW / 10))
  const meanings = features.map(({ tokens }) => {
    const sum = new Float32Array(shippedDictionary().width)
    for (const token of tokens) shippedDictionary().addVector(token, rarity(token.stem), sum)
    return unit(sum)
  })
  // Of few texts the middle says little of the language and much of themselves.
  const middle = meanOf(meanings).map((value) => (value * texts.length) / (texts.length + FEW))
  return features.map(({ all }, index) => {
    const weights = [...all].map((feature): [string, number] => [feature, rarity(feature)])
    const length = lengthOf(weights.map(([, weight]) => weight)) || 1
    const meaning = unit(meanings[index]!.map((value, k) => value - middle[k]!))
    return { words: new Map(weights.map(([feature, weight]) => [feature, weight / length])), meaning }
  })
}

function featuresOf(text: string) {
  const tokens = tokenise(text).filter(({ kind, text: word }) => kind !== 'latin' || word.length >= SHORTEST_LATIN)
  const signs = tokens.filter(({ kind }) => kind === 'han').map((token) => token.text)
  const run = [...signs.join('')]
  const pairs = run.slice(1).map((sign, index) => `${run[index]}${sign}`)
  return { tokens, all: new Set([...tokens.map(({ stem }) => stem), ...pairs.map((pair) => `:${pair}`)]) }
}

function lengthOf(values: Iterable<number>): number {
  let square = 0
  for (const value of values) square += value * value
  return Math.sqrt(square)
}

function unit(vector: Float32Array): Float32Array {
  const length = lengthOf(vector) || 1
  return vector.map((value) => value / length)
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}

function meanOf(vectors: Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors) for (let k = 0; k < mean.length; k++) mean[k]! += vector[k]! / vectors.length
  return mean
}
