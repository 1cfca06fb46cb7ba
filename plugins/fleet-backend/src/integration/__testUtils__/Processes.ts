import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Programs that run beside a test, each with a log in the directory. */
export class Processes {
  readonly #directory: string;
  #running: ChildProcess[] = [];

  constructor(directory: string) {
    this.#directory = directory;
  }

  start(
    program: string,
    flags: Record<string, string>,
    environment?: Record<string, string>,
  ) {
    const path = join(this.#directory, `${basename(program)}.log`);
    const log = openSync(path, 'a');
    const child = spawn(
      program,
      Object.entries(flags).map(([name, value]) => `--${name}=${value}`),
      {
        stdio: ['ignore', log, log],
        env: { ...process.env, ...environment },
      },
    );
    this.#running.push(child);
    return child;
  }

  async stop() {
    for (const child of this.#running) {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, 'exit');
        // The API server would wait for its streams to end.
        child.kill('SIGKILL');
        await exit;
      }
    }
    this.#running = [];
  }
}
