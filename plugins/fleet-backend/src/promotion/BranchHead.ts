/** What a branch stands for. */
export interface BranchHead {
  head: string;
  /** When it was seen to stand for a commit, of those lately, by hash. */
  seenAt: ReadonlyMap<string, string>;
}
