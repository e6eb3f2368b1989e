/** Stands in the address where the id of an order stands: a new one. */
export const NEW = 'new'
