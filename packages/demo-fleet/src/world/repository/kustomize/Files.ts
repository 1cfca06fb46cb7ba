/** Text by path from the root of a repository. */
export type Files = Readonly<Record<string, string>>;
