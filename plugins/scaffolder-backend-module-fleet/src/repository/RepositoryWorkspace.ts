import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { diffOf } from '../text/diffOf';
import { checkRepositoryPath } from './checkRepositoryPath';
import type { FleetRepository } from './FleetRepositories';

type TaskContext = Pick<
  ActionContext<JsonObject>,
  'workspacePath' | 'checkpoint' | 'logger'
>;

/**
 * A repository at one revision with the changes of a task on top: what lies in the task's workspace stands for the file of the same path.
 */
export class RepositoryWorkspace {
  /** At the head of its branch. A task that is resumed reads on at the revision that it had begun with. */
  static async open(
    context: TaskContext,
    source: FleetRepository,
  ): Promise<RepositoryWorkspace> {
    const branch = source.branch ?? 'HEAD';
    const revision = await context.checkpoint({
      key: `revision of ${source.url} ${branch}`,
      fn: () => source.host.headOf(source.repository, branch),
    });
    return new RepositoryWorkspace(context, source, revision);
  }

  readonly source: FleetRepository;
  /** The hash that files are read at. */
  readonly revision: string;
  readonly #context: TaskContext;

  private constructor(
    context: TaskContext,
    source: FleetRepository,
    revision: string,
  ) {
    this.#context = context;
    this.source = source;
    this.revision = revision;
  }

  /** As the task has it by now. Undefined where there is none. */
  async read(path: string): Promise<string | undefined> {
    return (await this.#inWorkspace(path)) ?? this.inGit(path);
  }

  /** As Git has it. Undefined where there is none. */
  async inGit(path: string): Promise<string | undefined> {
    const { host, repository } = this.source;
    const { files } = await host.readFiles(repository, path, this.revision);
    return files.find(file => file.path === path)?.text;
  }

  /** Names in a folder as Git has it; folders end with a slash. */
  async list(folder: string): Promise<string[]> {
    const { host, repository } = this.source;
    return host.listFolder(repository, folder, this.revision);
  }

  /** Keeps a file for the pull request, and shows in the log what is new in it. */
  async write(path: string, text: string): Promise<void> {
    const before = await this.read(path);
    const file = this.#fileOf(path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    this.#context.logger.info(diffOf(path, before, text));
  }

  /** Where to look at a file. */
  urlOf(path: string): string {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    return `${this.source.url}/blob/${this.revision}/${encoded}`;
  }

  async #inWorkspace(path: string): Promise<string | undefined> {
    try {
      return await readFile(this.#fileOf(path), 'utf8');
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as { code?: string }).code!)) {
        return undefined;
      }
      throw error;
    }
  }

  #fileOf(path: string): string {
    return resolveSafeChildPath(
      this.#context.workspacePath,
      checkRepositoryPath('path', path),
    );
  }
}
