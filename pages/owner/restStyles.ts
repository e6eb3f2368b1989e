import styles from './styles/rest.css?url'

/** Adds the style sheet of the rest of the page: nothing of it is drawn without. */
export function addStyles(): Promise<void> {
  return new Promise((done, failed) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = styles
    link.onload = () => done()
    link.onerror = () => {
      link.remove()
      failed(new Error('the style sheet did not come'))
    }
    document.head.append(link)
  })
}
