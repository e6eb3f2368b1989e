import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { type Attachment, isDrawn } from '../../../bot/types.ts'
import { Icon } from '../Icon.tsx'
import { useFileWords } from './useFileWords.ts'

/** Gives an address in this page's memory: the file itself needs the owner's token. */
export const FilesContext = createContext<(id: string) => Promise<string>>(() => Promise.reject(new Error('no files')))

/** The files of a message: pictures small, the others by name. */
export function Files({ files }: { files: Attachment[] | undefined }) {
  if (!files?.length) return null
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>{isDrawn(file.type) ? <Picture file={file} /> : <Named file={file} />}</li>
      ))}
    </ul>
  )
}

function Picture({ file: { id, name } }: { file: Attachment }) {
  const words = useFileWords()
  const urlOf = useContext(FilesContext)
  const [url, setUrl] = useState('')
  const [failed, setFailed] = useState(false)
  const read = () => {
    setFailed(false)
    urlOf(id).then(setUrl, () => setFailed(true))
  }
  useEffect(read, [id, urlOf])
  if (failed)
    return (
      <button type="button" class="file-name" onClick={read}>
        {words.unseen}
      </button>
    )
  if (!url) return <span class="picture" />
  return (
    <a class="picture" href={url} target="_blank" rel="noopener" aria-label={words.open(name)}>
      <img src={url} alt="" />
    </a>
  )
}

/** Read only when it is asked for. */
function Named({ file: { id, name } }: { file: Attachment }) {
  const words = useFileWords()
  const urlOf = useContext(FilesContext)
  const [failed, setFailed] = useState(false)
  const save = async () => {
    try {
      const link = Object.assign(document.createElement('a'), { href: await urlOf(id), download: name })
      setFailed(false)
      link.click()
    } catch {
      setFailed(true)
    }
  }
  return (
    <button type="button" class="file-name" aria-label={words.open(name)} onClick={() => void save()}>
      <Icon name="clip" />
      {failed ? words.unseen : name}
    </button>
  )
}
