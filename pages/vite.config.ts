import { pageConfig } from './pageConfig.ts'

/** The staff desk at `/desk`; in development all pages. */
export default pageConfig('desk.html', { first: true })
