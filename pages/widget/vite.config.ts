import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The widget: one classic script without globals, for browsers inside chat apps too. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  build: {
    outDir: here('../../dist/pages'),
    emptyOutDir: false,
    target: 'es2019',
    rollupOptions: {
      input: here('main.ts'),
      output: { format: 'iife', entryFileNames: 'widget.js' },
    },
  },
})
