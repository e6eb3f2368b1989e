import { concept } from '../../concept.ts'

export const HARM = concept`
  坐地上
  起不[来了]
  (?:不能|不会|不得|不敢)动
  动不[了得]
  站不[起了]
  爬不起
  骨折
  断
  破
  昏
  伤
  头
  腿
  腰
  胳膊
  变形
  肿
  疼
  120
  can't (?:move|get up|stand)
  hurt
  broken? (?:his|her|my|a|the)? ?(?:leg|arm|hip|neck|wrist|ankle)
  injur\w{1,4}
  ambulance
`
