/** What the widget's script tag says. */
export interface Settings {
  /** Where the script came from, and so the owner page. */
  origin: string
  /** Address of the owner page. */
  page: string
  english: boolean
}

/** `data-community` names the compound; `data-lang="en"` the words of the button, else those of the host page. */
export function readSettings({ src, dataset }: Pick<HTMLScriptElement, 'src' | 'dataset'>): Settings {
  const { origin } = new URL(src)
  const page = new URL('/', origin)
  if (dataset.community) page.searchParams.set('community', dataset.community)
  const language = dataset.lang ?? document.documentElement.lang
  return { origin, page: page.href, english: /^en\b/i.test(language) }
}
