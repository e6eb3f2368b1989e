/** What belongs to one ticket's thread and context, in Chinese. */
export const talk = {
  showNumber: '看全号',
  showHome: '看姓名和电话',
  lookNoted: '会记下您看过',
  onFile: (place: string) => `${place} 的登记资料`,
}
