import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, CommonHandlers, Handlers, Question } from './serve';

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** A process of its own, so that its CPU and memory can be told from the others'. */
export class Child<H extends Handlers> {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  /** Runs a module that calls `serve`. Its output goes to `{name}.log` in the directory. */
  static start<T extends Handlers>(
    module: string,
    options: { name: string; directory: string; nodeOptions?: string[] },
  ): Child<T> {
    return new Child<T>(module, options);
  }

  private constructor(
    module: string,
    options: { name: string; directory: string; nodeOptions?: string[] },
  ) {
    const { name, directory, nodeOptions = [] } = options;
    const log = join(directory, `${name}.log`);
    const output = openSync(log, 'a');
    this.#process = fork(module, {
      execArgv: [...process.execArgv, '--expose-gc', ...nodeOptions],
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
      stdio: ['ignore', output, output, 'ipc'],
    });
    this.#process.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('error' in answer) {
        waiting?.reject(new Error(`${name}: ${answer.error}`));
      } else {
        waiting?.resolve(answer.result);
      }
    });
    this.#process.on('exit', code => {
      const tail = readFileSync(log, 'utf8').slice(-2_000);
      for (const { reject } of this.#waiting.values()) {
        reject(new Error(`${name} ended with ${code}:\n${tail}`));
      }
      this.#waiting.clear();
    });
  }

  ask<K extends keyof (H & CommonHandlers) & string>(
    name: K,
    ...[input]: Parameters<(H & CommonHandlers)[K]>
  ): Promise<Awaited<ReturnType<(H & CommonHandlers)[K]>>> {
    this.#asked += 1;
    const question: Question = { id: this.#asked, name, input };
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.id, {
        resolve: result => resolve(result as never),
        reject,
      });
      this.#process.send(question, error => {
        if (error) {
          reject(error);
        }
      });
    });
  }

  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode === null && signalCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGTERM');
      await ended;
    }
  }
}
