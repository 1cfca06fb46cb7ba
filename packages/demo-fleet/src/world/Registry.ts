/** The image registry: it holds every image but those that somebody forgot to push, and those whose tag ends with `-broken`. */
export class Registry {
  private constructor(private readonly missing: ReadonlyMap<string, string>) {}

  /** With the missing images, and for each the one that ran before it. */
  static create(missing: Record<string, string>): Registry {
    return new Registry(new Map(Object.entries(missing)));
  }

  has(image: string): boolean {
    return !this.missing.has(image) && !image.endsWith('-broken');
  }

  /** The image that a cluster was able to pull before it was told to run a missing one. */
  before(image: string): string {
    return this.missing.get(image) ?? image;
  }
}
