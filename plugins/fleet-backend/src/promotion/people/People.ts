/** Entity refs of those whom the catalog or the config knows, by their login in lower case. */
export type People = Readonly<Record<string, string>>;
