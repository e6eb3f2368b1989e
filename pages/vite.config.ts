import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where the product listens while `vite` serves the pages during development. */
const SERVER = 'http://127.0.0.1:3000'

/** Three pages: the owner's at `/`, the staff desk at `/desk`, a repairer's job at `/r`. */
export default defineConfig({
  root: here('.'),
  plugins: [preact()],
  server: { proxy: { '/api': SERVER } },
  build: {
    outDir: here('../dist/pages'),
    emptyOutDir: true,
    // Nothing inline: the pages are served with a policy that refuses it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Owners open the page inside chat apps, whose browsers are some years behind.
    target: ['es2019', 'safari14'],
    rollupOptions: { input: ['index.html', 'desk.html', 'repairer.html'].map(here).filter((page) => existsSync(page)) },
  },
})
