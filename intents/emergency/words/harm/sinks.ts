import { concept } from '../../concept.ts'

export const SINKS = concept`
  眼睛?翻白(?!眼)
  [两双]眼翻白
  翻白眼.{0,6}(?:抽|晕|昏|叫不)
  没(?:了)?脉搏?
  口吐白
  吐白[沫泡]
  面青
  唇.{0,3}[白紫青黑]
  脸.{0,3}发[灰青紫黑]
  (?:他|她|孩子?|宝宝|身子|身上|人)[^,，水]{0,4}软绵绵
  不哭了.{0,4}脸
  拉舌头
  半边(?:手|身|脸|身子).{0,4}(?:抬|动|麻|歪|没)
  嘴(?:都|也)?[歪烂]了
  心跳.{0,4}乱
  [都在]抽(?=$|[,，。!！])
  见小人
  [没不]浮上
  [池水湖]底.{0,6}(?:没|不|[,，])
  (?:怎么|咋)[推摇叫喊拍]都(?:没|不)
  讲不到
  话都?讲不
  (?:is|are|turn\w{0,3}|gone|went) blue(?= and|$|,|\.|!)
  drooping
  (?:arm|leg) (?:won't|can't|doesn't) (?:lift|move)
  (?:left )?arm is numb
  (?:bottom|face down) (?:of|in) the (?:pool|pond|bath)
  the head is showing
  foaming
`
