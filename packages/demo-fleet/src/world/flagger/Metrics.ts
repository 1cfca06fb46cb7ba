/** What the services' metrics say: all is well, but for the release that was told to fail, and versions whose tag ends with `-faulty`. */
export class Metrics {
  /** By service, the release that does badly; undefined until there is one to be judged. */
  private readonly bad = new Map<string, string | undefined>();

  private constructor() {}

  static create(): Metrics {
    return new Metrics();
  }

  /** The release of a service that is under way does badly, or the next one; the one after it does not. */
  worsen(service: string): void {
    this.bad.set(service, undefined);
  }

  mend(service: string): void {
    this.bad.delete(service);
  }

  /** Whether a service does well with the images of a release. */
  isWell(service: string, release: string): boolean {
    if (/-faulty(,|$)/.test(release)) {
      return false;
    }
    if (!this.bad.has(service)) {
      return true;
    }
    const judged = this.bad.get(service) ?? release;
    this.bad.set(service, judged);
    return judged !== release;
  }
}
