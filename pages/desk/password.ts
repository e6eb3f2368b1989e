/** Signs of a password at least, as the server asks for. */
export const SHORTEST_PASSWORD = 12
