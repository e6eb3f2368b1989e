import { concept } from '../../concept.ts'

export const DRILL = concept`
  演习
  演练
  培训
  讲座
  宣传
  预案
  应急流程
  流程是
  须知
  知识
  新闻
  电影
  电视剧
  测试
  手环
  (?:fire|safety|evacuation|emergency|earthquake) drills?
  drills? (?:today|tomorrow|at|on)
  (?:a|is it|it's a) drill(?=$|[?,.!])
  training
  test
  testing
  the news
  movie
  真的吗
  真的假的
  是真是假
  真假
  梦[见到]
  怎么读
  is it safe(?= now|\?|$)
  是真的[不么](?=$|[?？])
`
