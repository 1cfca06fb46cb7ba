import type { CommitsQuestion } from './CommitsQuestion';

/** What a ref stands for. */
export interface Head {
  revision: string;
  askedAt: number;
  /** When it was seen to move. */
  movedAt: number;
}

/** Equal for the same ref of the same repository. */
export function headKey({
  repository,
  ref,
}: Pick<CommitsQuestion, 'repository' | 'ref'>) {
  return `${repository} ${ref}`;
}

/** What one turn has asked already. */
export class CommitsTurn {
  readonly heads = new Map<string, Promise<Head>>();
  /** Hosts that want no more for now. */
  readonly throttled = new Set<string>();
  questions = 0;

  head(question: CommitsQuestion, ask: () => Promise<Head>): Promise<Head> {
    const key = headKey(question);
    const asked = this.heads.get(key) ?? ask();
    this.heads.set(key, asked);
    return asked;
  }
}
