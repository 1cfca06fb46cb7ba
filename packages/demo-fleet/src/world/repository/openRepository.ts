import type { GitHost } from '../../githost/GitHost';
import { FleetRepository } from './FleetRepository';
import { Files } from './kustomize/Files';

/** As source-controllers keep artifacts: who is behind reads on from the newest. */
const keptRevisions = 50;

/** The main branch of a repository on the demo's Git host. */
export async function openRepository(
  host: GitHost,
  name: string,
): Promise<FleetRepository> {
  const listeners: (() => void)[] = [];
  const kept = new Map<string, Files>();
  const read = async (revision: string) => {
    kept.set(revision, await host.readFiles(name, revision));
    for (const old of [...kept.keys()].slice(0, -keptRevisions)) {
      kept.delete(old);
    }
    return revision;
  };
  const first = await host.headOf(name, 'main');
  if (!first) {
    throw new Error(`${name} has no main branch`);
  }
  let head = await read(first);
  const changes = await host.lastChanges(name, first);
  let last: Promise<void> = Promise.resolve();
  host.onPush(push => {
    if (push.repository === name && push.ref === 'refs/heads/main') {
      last = last.then(async () => {
        head = await read(push.after);
        listeners.forEach(listener => listener());
      });
    }
  });
  return {
    url: `${host.url}/${name}.git`,
    get head() {
      return head;
    },
    filesAt: revision => kept.get(revision) ?? kept.get(head)!,
    changedAt(folder) {
      const dates = [...changes]
        .filter(([path]) => path.startsWith(`${folder}/`))
        .map(([, date]) => date.getTime());
      return dates.length > 0 ? new Date(Math.max(...dates)) : undefined;
    },
    commit: async (message, files) => {
      await host.commit(name, { message, files: { ...files } });
      await last;
    },
    onChange: listener => void listeners.push(listener),
  };
}
