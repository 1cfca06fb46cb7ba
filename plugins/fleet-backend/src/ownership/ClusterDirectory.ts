/** Finds clusters of the fleet by what applications say of where they deploy to. */
export class ClusterDirectory {
  readonly #names: ReadonlySet<string>;
  readonly #byServer = new Map<string, string[]>();

  constructor(clusters: Iterable<{ name: string; url: string }>) {
    const names = new Set<string>();
    for (const { name, url } of clusters) {
      names.add(name);
      const server = normaliseServer(url);
      this.#byServer.set(server, [...(this.#byServer.get(server) ?? []), name]);
    }
    this.#names = names;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** Several clusters may share a URL, behind a proxy that tells them apart by other means. */
  namesAt(server: string): readonly string[] {
    return this.#byServer.get(normaliseServer(server)) ?? [];
  }
}

/** Equal for URLs that lead to the same API server. */
function normaliseServer(server: string): string {
  if (!URL.canParse(server)) {
    return server;
  }
  const { protocol, host, pathname } = new URL(server);
  return `${protocol}//${host}${pathname.replace(/\/+$/, '')}`;
}
