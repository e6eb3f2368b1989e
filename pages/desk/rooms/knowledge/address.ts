/** Begins the address of a draft, beside those of entries. */
export const DRAFT = 'draft~'
