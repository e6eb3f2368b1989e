/** 138****8000; of a land line without an area code the last four alone. */
export const maskedPhone = (phone: string): string => {
  const first = phone.length > 8 ? 3 : 0
  return phone.slice(0, first) + '*'.repeat(Math.max(0, phone.length - first - 4)) + phone.slice(-4)
}

/** 王**: enough to ask whether it is them. */
export const maskedName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(rest.length)
}
