import { FILE_WORDS } from '../../shared/attachments/words.ts'
import { useWords } from '../words.ts'

export const useFileWords = () => FILE_WORDS[useWords().language]
