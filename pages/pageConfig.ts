import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig, type PluginOption } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where the product listens while `vite` serves the pages during development. */
const SERVER = 'http://127.0.0.1:3000'

interface PageOptions {
  /** Built first, into an empty folder. */
  first: boolean
  plugins?: PluginOption[]
}

/** How one page is built. Each by itself: what both share is little, and one file comes sooner than two. */
export const pageConfig = (page: string, { first, plugins = [] }: PageOptions) =>
  defineConfig({
    root: here('.'),
    plugins: [preact(), plugins],
    server: { proxy: { '/api': SERVER } },
    build: {
      outDir: here('../dist/pages'),
      emptyOutDir: first,
      // Nothing inline: the pages are served with a policy that refuses it.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Owners open the page inside chat apps, whose browsers are some years behind.
      target: ['es2019', 'safari14'],
      rollupOptions: { input: here(page) },
    },
  })
