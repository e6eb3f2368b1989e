import { concept } from '../../concept.ts'

export const PAST = concept`
  上次
  上回
  上个?月
  上个?(?:周|星期|礼拜)
  去年
  前年
  今年.月
  之前
  以前
  那次
  那事
  那回
  那件事
  那天
  前几天
  前阵子
  前段时间
  曾经
  last (?:week|month|year|time|spring|summer|autumn|winter)
  (?:days?|weeks?|months?|years?) ago
`
