import { useEffect, useState } from 'preact/hooks'
import { type Attachment, isDrawn } from '../../../bot/types.ts'
import { Icon } from '../Icon.tsx'
import type { Acts } from '../model/acts.ts'
import { useFileWords } from './useFileWords.ts'

type UrlOf = Acts['fileUrl']

interface FileProps {
  file: Attachment
  urlOf: UrlOf
}

/** The files of a message: pictures small, the others by name. */
export function Files({ files, urlOf }: { files: Attachment[]; urlOf: UrlOf }) {
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          {isDrawn(file.type) ? <Picture file={file} urlOf={urlOf} /> : <Named file={file} urlOf={urlOf} />}
        </li>
      ))}
    </ul>
  )
}

function Picture({ file: { id, name }, urlOf }: FileProps) {
  const words = useFileWords()
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
function Named({ file: { id, name }, urlOf }: FileProps) {
  const words = useFileWords()
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
