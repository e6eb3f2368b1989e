/** What one instance made up and all go by. */
export interface SharedKeyTable {
  name: string
  value: string
}

export interface SharedSchema {
  shared_keys: SharedKeyTable
}
