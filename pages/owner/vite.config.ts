import type { Plugin } from 'vite'
import { pageConfig } from '../pageConfig.ts'

/**
 * Vite's own loading of parts also loads their style sheets, in a kilobyte that everybody would have to fetch first. Here
 * parts bring no style sheets: `restStyles.ts` adds the one that there is.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined),
}

/** The owner page at `/`. */
export default pageConfig('index.html', { first: false, plugins: [plainImports] })
