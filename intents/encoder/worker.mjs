// A thread starts without the loader of the one that started it on Node 20, so it registers TypeScript itself.
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
