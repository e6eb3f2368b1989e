import { marked, type Token, type Tokens } from 'marked'
import type { ComponentChildren } from 'preact'
import type { Words } from '../../../../bot/types.ts'

interface PreviewProps {
  text: string
  /** What placeholders are filled with. */
  facts: Record<string, Words>
  language: 'zh' | 'en'
}

/** An answer as owners read it: a small part of Markdown as nodes of the page, and nothing ever as HTML. */
export function Preview({ text, facts, language }: PreviewProps) {
  const filled = text.replace(/\{([a-z0-9_.]+)\}/gi, (whole, key: string) => facts[key]?.[language] ?? whole)
  return <div class="preview">{marked.lexer(filled, { gfm: true, breaks: true }).map(blockOf)}</div>
}

function blockOf(token: Token, index: number): ComponentChildren {
  switch (token.type) {
    case 'space':
      return null
    case 'list':
      return listOf(token as Tokens.List, index)
    case 'paragraph':
    case 'text':
      return <p key={index}>{inlineOf(token)}</p>
    default:
      // Headings, code, tables, HTML: owners would see the signs.
      return <p key={index}>{token.raw.trim()}</p>
  }
}

function listOf({ ordered, items }: Tokens.List, index: number): ComponentChildren {
  const lines = items.map((item, at) => <li key={at}>{item.tokens.map((token) => inlineOf(token))}</li>)
  return ordered ? <ol key={index}>{lines}</ol> : <ul key={index}>{lines}</ul>
}

function inlineOf(token: Token): ComponentChildren {
  const inner = 'tokens' in token && token.tokens ? token.tokens.map((one) => inlineOf(one)) : undefined
  switch (token.type) {
    case 'strong':
      return <strong>{inner}</strong>
    case 'em':
      return <em>{inner}</em>
    case 'br':
      return <br />
    case 'escape':
      return (token as Tokens.Escape).text
    case 'paragraph':
    case 'text':
      return inner ?? (token as Tokens.Text).raw
    default:
      return token.raw
  }
}
