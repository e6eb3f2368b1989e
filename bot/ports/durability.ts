/**
 * Why a record that answers must not be trusted with a message. `read_only`: it is a standby, or set to read only.
 * `fsync_off`, `synchronous_commit_off`: what it says it keeps may be gone after a crash. `standby_not_waited_for`: it
 * has a synchronous standby and commits without it, so that a failover may lose what was acknowledged.
 */
export type NotDurable = 'read_only' | 'fsync_off' | 'synchronous_commit_off' | 'standby_not_waited_for'
