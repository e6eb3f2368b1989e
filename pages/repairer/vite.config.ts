import { pageConfig } from '../pageConfig.ts'

/** A repairer's job at `/r`. */
export default pageConfig('repairer.html', { first: false })
