import { useRef } from 'preact/hooks'
import { Icon } from '../Icon.tsx'
import { useWords } from '../words.ts'

const KINDS = 'image/*,audio/*,application/pdf'

/** Opens the device's own choice of camera, pictures and files. */
export function AttachButton({ onChoose }: { onChoose(files: Iterable<File>): void }) {
  const { words } = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class="attach" aria-label={words.attach} onClick={() => input.current?.click()}>
        <Icon name="clip" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={KINDS}
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])])
          // The same file again is a choice too.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
