/** An image reference in its parts: `registry:5000/team/web:1.5.0@sha256:…`. */
export function imageOf(image: string): {
  name: string;
  version?: string;
  digest?: string;
} {
  const [reference, digest] = image.split('@', 2);
  const colon = reference.lastIndexOf(':');
  return colon > reference.lastIndexOf('/')
    ? {
        name: reference.slice(0, colon),
        version: reference.slice(colon + 1),
        digest,
      }
    : { name: reference, digest };
}
