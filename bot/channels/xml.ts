import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'
import { RefusedCall } from './envelope.ts'

/** Bytes of a call's body. */
export const MOST_BYTES = 64 * 1024

/** Every value stays the text that it is, `007` too; only the five entities of XML itself are read. */
const parser = new XMLParser({
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  trimValues: false,
  processEntities: { enabled: true, maxTotalExpansions: 5000 },
})
const builder = new XMLBuilder({ cdataPropName: 'cdata', suppressEmptyNode: true })

/** The fields under `<xml>`. Those that hold further ones, such as SendLocationInfo, are left out. */
export type XmlFields = Record<string, string>

/**
 * Reads a platform's message.
 * @throws RefusedCall `too_large` over 64 kB, `xml` for a DOCTYPE or what is no XML
 */
export function readXml(text: string): XmlFields {
  if (Buffer.byteLength(text) > MOST_BYTES) throw new RefusedCall('too_large', 'over 64 kB')
  // Entities of one's own need a DOCTYPE, and no platform sends one.
  if (/<!(DOCTYPE|ENTITY)/i.test(withoutCdata(text))) throw new RefusedCall('xml', 'a DOCTYPE')
  if (XMLValidator.validate(text) !== true) throw new RefusedCall('xml', 'no well-formed XML')
  const root: unknown = parse(text)
  if (typeof root !== 'object' || root === null) throw new RefusedCall('xml', 'no <xml> with fields')
  const fields = Object.entries(root).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  // White space between the fields is a text of the root.
  return Object.fromEntries(fields.filter(([name]) => name !== '#text'))
}

function parse(text: string): unknown {
  try {
    return (parser.parse(text) as { xml?: unknown }).xml
  } catch (cause) {
    throw new RefusedCall('xml', 'no well-formed XML', { cause })
  }
}

/** A section that never ends is kept: what stands in it is no CDATA. */
const withoutCdata = (text: string): string =>
  text
    .split('<![CDATA[')
    .map((part, index) => (index === 0 || !part.includes(']]>') ? part : part.slice(part.indexOf(']]>'))))
    .join('')

/** `<xml>` with these fields, each in a CDATA section. */
export function writeXml(fields: XmlFields): string {
  const inside = Object.entries(fields).map(([name, value]) => [name, { cdata: value.split(']]>').join(']] >') }])
  return builder.build({ xml: Object.fromEntries(inside) })
}
