import { useRef } from 'preact/hooks'
import { FileInput } from '../../shared/attachments/FileInput.tsx'
import { Icon } from '../Icon.tsx'
import { useWords } from '../words.ts'

/** Opens the device's own choice of camera, pictures and files. */
export function AttachButton({ onChoose }: { onChoose(files: Iterable<File>): void }) {
  const { words } = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class="attach" aria-label={words.attach} onClick={() => input.current?.click()}>
        <Icon name="clip" />
      </button>
      <FileInput input={input} onChoose={onChoose} />
    </>
  )
}
