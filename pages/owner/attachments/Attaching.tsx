import { useEffect, useLayoutEffect } from 'preact/hooks'
import { type Uploads, useUploads } from '../../shared/attachments/useUploads.ts'
import { Chosen } from './Chosen.tsx'
import { useFileWords } from './useFileWords.ts'

interface AttachingProps {
  /** What was chosen and has not begun to go up. */
  picked: readonly File[]
  /** Gives the id under which the server has it. */
  onUpload(file: File): Promise<string>
  /** All that was picked has begun. */
  onTaken(): void
  onChange(uploads: Uploads): void
}

/** Sends up what is chosen, and shows how far it is. Told to the box, which sends it with the words. */
export function Attaching({ picked, onUpload, onTaken, onChange }: AttachingProps) {
  const uploads = useUploads(onUpload, useFileWords())
  const { list, over, add } = uploads
  useEffect(() => {
    if (!picked.length) return
    add(picked)
    onTaken()
  }, [picked])
  // With each change of what is chosen, not with each drawing, which it would bring about again.
  useLayoutEffect(() => onChange(uploads), [list, over])
  return <Chosen uploads={uploads} />
}
