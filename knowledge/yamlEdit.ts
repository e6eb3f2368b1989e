import { type Document, isCollection, parseDocument, stringify } from 'yaml'

type Value = string | number | boolean | Value[] | { [key: string]: Value }

/**
 * Sets one value in a YAML text and leaves every other line as it is written, comments too.
 * @param path keys from the top; what is not there yet is put at the end of its map
 */
export function setYaml(text: string, path: string[], value: Value): string {
  const document = parseDocument(text)
  const node = document.getIn(path, true) as { range?: [number, number, number]; flow?: boolean } | undefined
  if (!node?.range) return added(document, path, value)
  const [from, to] = node.range
  const old = text.slice(from, to)
  const space = old.slice(old.trimEnd().length)
  const column = from - (text.lastIndexOf('\n', from - 1) + 1)
  const block = isCollection(node) && !node.flow
  return text.slice(0, from) + (block ? blockOf(value, column) : flowNode(value)) + space + text.slice(to)
}

/** Takes a value out. */
export function withoutYaml(text: string, path: string[]): string {
  const document = parseDocument(text)
  document.deleteIn(path)
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

function added(document: Document, path: string[], value: Value): string {
  document.setIn(path, document.createNode(value))
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** A list or map in lines of its own, the first of which stands where the old one stood. */
function blockOf(value: Value, column: number): string {
  const empty = Array.isArray(value) ? value.length === 0 : false
  if (empty || typeof value !== 'object') return flowNode(value)
  const lines = stringify(value, { lineWidth: 0 }).trimEnd().split('\n')
  return lines.join(`\n${' '.repeat(column)}`)
}

function flowNode(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(flowNode).join(', ')}]`
  if (typeof value !== 'object') return scalarOf(value)
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${flowNode(inner)}`)
    .join(', ')} }`
}

/** In quotes wherever a sign could mean something in YAML. */
function scalarOf(value: Value): string {
  if (typeof value !== 'string') return String(value)
  const plain = /^[\p{L}][\p{L}\p{N} ，。、；（）《》“”‘’？！–+/.-]*$/u.test(value) && !/\s$/.test(value)
  const meansMore = /^(true|false|null|yes|no|on|off|y|n)$/i.test(value)
  return plain && !meansMore ? value : JSON.stringify(value)
}
