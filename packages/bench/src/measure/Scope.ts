/** What a bench has started, so that it is stopped however the bench ends. */
export class Scope {
  readonly #started: { stop(): Promise<void> }[] = [];

  add<T extends { stop(): Promise<void> }>(item: T): T {
    this.#started.push(item);
    return item;
  }

  /** Stops all, the last first. */
  async stop(): Promise<void> {
    for (const item of this.#started.reverse()) {
      await item.stop();
    }
  }
}
