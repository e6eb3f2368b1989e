/** Running instances of the product that share one record. */
export interface InstanceStore {
  /**
   * This instance is alive until `until`, ISO 8601 UTC. What one that has a time and is past it had taken to send is
   * taken by others at once, without waiting for its lease to run out.
   */
  alive(id: string, until: string): Promise<void>
}
