import { concept } from '../../concept.ts'

/** Cries for help, the numbers one dials in need, and signs that are sent in panic. */
export const DISTRESS = concept`
  救命
  救[救人我他她]
  快来(?!电|水|气|暖|了吧)
  快点来
  快派
  快叫
  快打
  快报
  快帮
  来人(?:啊|呀|!|！|$)
  求求?你?
  急急
  十万火急
  怎么办(?:啊|呀|!|！)
  咋办啊?
  不敢动
  (?<!\d)1(?:19|10|20)(?!\d)
  🆘
  🚨
  😭😭
  报警(?!器)
  哭
  害怕
  好怕
  吓死
  [!！]{2,}
  help
  hurry
  please (?:come|send|hurry)
  right now
  emergency
  quick(?:ly)?
`
