import { posix } from 'node:path';
import type { GitHost } from '../../githost/GitHost';
import { noCommit } from '../../githost/git/refs';
import { BuildError } from './kustomize/BuildError';
import { buildKustomization } from './kustomize/buildKustomization';
import { Files } from './kustomize/Files';
import { readKustomization } from './kustomize/KustomizationFile';

/** Plays the repository's CI: each branch that is pushed, and each that is open, is built as clusters would build it. */
export async function validatePushes(
  host: GitHost,
  name: string,
): Promise<void> {
  const repository = host.repository(name);
  const validate = async (sha: string) => {
    const failures = failuresIn(await host.readFiles(name, sha));
    const now = new Date();
    repository.checkRuns.push({
      id: host.nextId(),
      sha,
      name: 'validate',
      status: 'completed',
      conclusion: failures.length > 0 ? 'failure' : 'success',
      detailsUrl: `${host.url}/${name}/commit/${sha}`,
      title: failures[0] ?? 'Every kustomization builds',
      summary: failures.join('\n'),
      startedAt: now,
      completedAt: now,
    });
  };
  for (const { state, headSha } of repository.pulls.values()) {
    if (state === 'open') {
      await validate(headSha);
    }
  }
  host.onPush(({ repository: pushed, ref, after }) => {
    const isBranch = ref.startsWith('refs/heads/') && ref !== 'refs/heads/main';
    if (pushed === name && isBranch && after !== noCommit) {
      validate(after).catch(error => process.emitWarning(error));
    }
  });
}

function failuresIn(files: Files): string[] {
  return Object.keys(files)
    .filter(path => posix.basename(path) === 'kustomization.yaml')
    .flatMap(path => {
      const folder = posix.dirname(path);
      try {
        const { kind } = readKustomization(files, folder);
        if (kind !== 'Component') {
          buildKustomization(files, folder);
        }
        return [];
      } catch (error) {
        if (error instanceof BuildError) {
          return [`${folder}: ${error.message}`];
        }
        throw error;
      }
    });
}
