import type { DocumentedCall } from './calls.ts'
import type { OpenApiDocument } from './openapi.ts'

type Operation = NonNullable<NonNullable<OpenApiDocument['paths']>[string]['get']>

const TITLES: Record<DocumentedCall['tag'], string> = {
  owner: 'Owners',
  desk: 'Staff desk',
  repairer: 'Repairer',
  channels: 'Channels',
  operations: 'Operations',
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const code = (text: string): string => `<code>${escapeHtml(text)}</code>`

/** The document as one plain page: no script and no style, so that the strictest policy lets it through. */
export function docsPage(document: OpenApiDocument): string {
  const { title, description = '' } = document.info
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)} API</title></head><body><main><h1>${escapeHtml(title)} API</h1>`,
    `<p>${escapeHtml(description)} The same as a document for programs: <a href="/openapi.json">openapi.json</a>.</p>`,
    ...Object.entries(TITLES).map(([tag, heading]) => section(document, tag, heading)),
    '</main></body></html>',
  ].join('\n')
}

function section(document: OpenApiDocument, tag: string, heading: string): string {
  const calls = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (['get', 'post', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item[method]
      return operation?.tags?.includes(tag) ? [callOf(method, path, operation)] : []
    }),
  )
  return `<h2>${escapeHtml(heading)}</h2>\n${calls.join('\n')}`
}

function callOf(method: string, path: string, operation: Operation): string {
  const parts = [...parameters(operation), ...body(operation)]
  return [
    `<article><h3>${code(`${method.toUpperCase()} ${path}`)}</h3><p>${escapeHtml(operation.summary ?? '')}</p>`,
    parts.length ? `<ul>${parts.map((part) => `<li>${part}</li>`).join('')}</ul>` : '',
    `<table><tbody>${answersOf(operation)}</tbody></table></article>`,
  ].join('')
}

function parameters(operation: Operation): string[] {
  return (operation.parameters ?? []).flatMap((parameter) => {
    if (!('in' in parameter) || parameter.in === 'path') return []
    return [
      `${escapeHtml(parameter.in)} ${code(parameter.name)}${parameter.required ? ', needed' : ''}: ${shape(parameter.schema)}`,
    ]
  })
}

interface Shape {
  properties?: Record<string, unknown>
  required?: string[]
}

function body(operation: Operation): string[] {
  const request = operation.requestBody
  const media = request && 'content' in request ? request.content['application/json'] : undefined
  const { properties = {}, required = [] } = (media?.schema ?? {}) as Shape
  return Object.entries(properties).map(
    ([name, schema]) => `body ${code(name)}${required.includes(name) ? ', needed' : ''}: ${shape(schema)}`,
  )
}

/** A schema in JSON, short as these are. */
const shape = (schema: unknown): string => code(JSON.stringify(schema ?? {}))

function answersOf(operation: Operation): string {
  return Object.entries(operation.responses ?? {})
    .map(([status, answer]) => {
      const { description, content } = answer as { description: string; content?: Record<string, unknown> }
      const type = Object.keys(content ?? {})[0] ?? ''
      return `<tr><th scope="row">${escapeHtml(status)}</th><td>${escapeHtml(description)}</td><td>${escapeHtml(type)}</td></tr>`
    })
    .join('')
}
