import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The real one, as a person uses it. */
export class Kubectl {
  readonly #kubeconfig: string;

  static async create(options: {
    kubeconfig: string;
    directory: string;
  }): Promise<Kubectl> {
    const path = join(options.directory, 'admin-kubeconfig');
    await writeFile(path, options.kubeconfig, { mode: 0o600 });
    return new Kubectl(path);
  }

  private constructor(kubeconfig: string) {
    this.#kubeconfig = kubeconfig;
  }

  /** Answers what it prints. */
  run(...words: string[]): Promise<string> {
    return this.#run(words, {});
  }

  /** `kubectl edit`, by a person who replaces a text of the YAML by another. */
  edit(object: string, text: string, by: string): Promise<string> {
    return this.#run(['edit', object], {
      KUBE_EDITOR: `sed -i 's#${text}#${by}#'`,
    });
  }

  /** With a file that holds this: `kubectl apply`, `replace`, `create`. */
  withFile(object: object, ...words: string[]): Promise<string> {
    return this.#run([...words, '--filename=-'], {}, JSON.stringify(object));
  }

  async #run(
    words: string[],
    environment: Record<string, string>,
    input?: string,
  ) {
    const { KUBEBUILDER_ASSETS = '' } = process.env;
    const running = execute(
      join(KUBEBUILDER_ASSETS, 'kubectl'),
      ['--kubeconfig', this.#kubeconfig, '--namespace', 'shop', ...words],
      { env: { ...process.env, ...environment } },
    );
    running.child.stdin?.end(input);
    return (await running).stdout;
  }
}
