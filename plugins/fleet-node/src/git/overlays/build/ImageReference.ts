/** What an image is given as: `registry.example/web:1.5.0@sha256:…`. */
export interface ImageReference {
  /** Without tag and digest. */
  name: string;
  tag?: string;
  digest?: string;
}

/** Splits what names an image. */
export function parseImage(text: string): ImageReference {
  const [tagged, digest] = text.split('@', 2);
  const colon = tagged.indexOf(':', tagged.indexOf('/') + 1);
  return colon < 0
    ? { name: tagged, digest }
    : { name: tagged.slice(0, colon), tag: tagged.slice(colon + 1), digest };
}

/** What names an image. */
export function formatImage({ name, tag, digest }: ImageReference): string {
  return `${name}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`;
}
