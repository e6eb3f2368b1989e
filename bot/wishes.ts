/** Wishes that are served at most; a longer list is a matter for a person. */
const MOST = 3
/** Characters from which a part may be a wish of its own. */
const SHORTEST = 4

/** Words that begin another matter, after a pause or at the start of a sentence. */
const ANOTHER =
  /(?:^|[，,。.！!？?；;、\s])(?:还有(?:就是|个事儿?|一?件事|一个)?|另外(?:再?问一?下)?|顺便(?:问|说|打听)?(?:一下|下)?|再(?:就是|问一?下|问个)|对了|第二(?:个|件)?|其次|and also|also|another (?:thing|question)|besides|by the way|secondly|and)[，,：:\s]*/giu
/** The end of a question: what follows may be another. */
const QUESTION = /[？?]+/u

/**
 * Parts of a message that may be wishes of their own (“电梯坏了，还有物业费怎么交”). A long story in many sentences
 * stays whole: only a word that begins another matter, or a second question, divides.
 */
export function wishesIn(text: string): string[] {
  const parts = text
    .replace(ANOTHER, '\u0001')
    .split('\u0001')
    .flatMap((part) => questionsOf(part))
    .map((part) => part.replace(/^[，,。.；;、\s]+|(?<![，,；;、\s])[，,；;、\s]+$/gu, ''))
    .filter((part) => [...part].length >= SHORTEST)
  return parts.length > 1 && parts.length <= MOST ? parts : []
}

function questionsOf(part: string): string[] {
  const questions = part.split(QUESTION).filter((piece) => piece.trim())
  return questions.length > 1 ? questions : [part]
}
