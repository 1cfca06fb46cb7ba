import { usage, type Usage } from '../measure/usage';

/** What a child process can be asked for. */
export type Handlers = Record<string, (input: never) => unknown>;

export interface Question {
  id: number;
  name: string;
  input: unknown;
}

export type Answer = { id: number } & ({ result: unknown } | { error: string });

/** What every child can be asked for. */
export interface CommonHandlers {
  usage(): Usage;
}

const common: CommonHandlers = { usage };

/** Answers the parent's questions for as long as the parent lives. */
export function serve(handlers: Handlers): void {
  const known: Handlers = { ...handlers, ...common };
  process.on('message', async ({ id, name, input }: Question) => {
    let answer: Answer;
    try {
      answer = { id, result: await known[name](input as never) };
    } catch (error) {
      answer = {
        id,
        error: error instanceof Error ? String(error.stack) : String(error),
      };
    }
    process.send?.(answer);
  });
  process.on('disconnect', () => process.exit(1));
}
